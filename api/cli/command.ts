/** What a command of `soundings` is. */

export interface CliIo {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

export interface CliCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole text of --help. */
  readonly help: string;
  /** @returns the exit code: 0 done, 1 problems found, 2 input that cannot be used. */
  run(args: readonly string[], io: CliIo): Promise<number>;
}
