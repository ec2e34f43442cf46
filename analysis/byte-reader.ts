/** Reads what a ByteWriter wrote, and notices bytes that no writer made. */

export class ByteReader {
  private readonly bytes: Uint8Array;
  private used = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Whole number of 8 bits. */
  byte(): number {
    const value = this.bytes[this.used];
    if (value === undefined) throw new RangeError("a dataset requires whole bytes: they end too early");
    this.used += 1;
    return value;
  }

  /** Whole number of 16 bits. */
  short(): number {
    return this.byte() | (this.byte() << 8);
  }

  /** Whole number of 32 bits. */
  word(): number {
    return this.short() + this.short() * 0x10000;
  }

  /** A number of things that take at least `bytesEach` bytes, so that a broken length asks for no memory. */
  length(bytesEach: number): number {
    const length = this.word();
    if (length * bytesEach > this.bytes.length - this.used) {
      throw new RangeError("a dataset requires whole bytes: they end too early");
    }
    return length;
  }

  text(): string {
    const length = this.length(2);
    const parts: string[] = [];
    // In pieces: a call takes only so many arguments.
    for (let start = 0; start < length; start += 4096) {
      const units = Array.from({ length: Math.min(4096, length - start) }, () => this.short());
      parts.push(String.fromCharCode(...units));
    }
    return parts.join("");
  }

  texts(): string[] {
    return Array.from({ length: this.length(4) }, () => this.text());
  }

  /** To be called last: more bytes than the reader took are as wrong as fewer. */
  end(): void {
    if (this.used !== this.bytes.length) {
      throw new RangeError("a dataset requires whole bytes: there are more behind its end");
    }
  }
}
