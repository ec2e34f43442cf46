/** The cases of an SPSS system file, compressed byte by byte: eight instructions, then what they ask for. */
import { ByteWriter } from "../byte-writer.ts";

const END = 252;
const RAW = 253;
const BLANKS = 254;
const MISSING = 255;
const LARGEST = 251;
const GROUP = 8;

/** Collects instructions until there are eight, because a reader takes them eight at a time. */
export class SavCases {
  private readonly out: ByteWriter;
  private readonly bias: number;
  private codes: number[] = [];
  private raw = new ByteWriter(64);

  constructor(out: ByteWriter, bias: number) {
    this.out = out;
    this.bias = bias;
  }

  /** A number, or undefined for the missing value of SPSS. */
  number(value: number | undefined): void {
    if (value === undefined || !Number.isFinite(value)) {
      this.put(MISSING);
      return;
    }
    const code = value + this.bias;
    if (Number.isInteger(value) && code >= 1 && code <= LARGEST && !Object.is(value, -0)) {
      this.put(code);
      return;
    }
    this.raw.double(value);
    this.put(RAW);
  }

  /** A text in `width` bytes, filled up to whole segments with blanks. */
  text(bytes: Uint8Array, width: number): void {
    for (let start = 0; start < width; start += GROUP) {
      const segment = new Uint8Array(GROUP).fill(0x20);
      segment.set(bytes.subarray(start, Math.min(start + GROUP, width)));
      if (segment.every((byte) => byte === 0x20)) this.put(BLANKS);
      else {
        this.raw.bytesOf(segment);
        this.put(RAW);
      }
    }
  }

  /** After the last case. */
  end(): void {
    this.put(END);
    while (this.codes.length > 0) this.put(0);
  }

  private put(code: number): void {
    this.codes.push(code);
    if (this.codes.length < GROUP) return;
    for (const one of this.codes) this.out.byte(one);
    this.out.bytesOf(this.raw.finish());
    this.codes = [];
    this.raw = new ByteWriter(64);
  }
}
