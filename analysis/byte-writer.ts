/** Writes numbers and texts one behind the other into bytes; little-endian, lengths before what varies. */

export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  private used = 0;

  /** @param room bytes to begin with; more are taken when they are needed. */
  constructor(room = 4096) {
    this.bytes = new Uint8Array(room);
  }

  /** Whole number of 8 bits. */
  byte(value: number): void {
    this.room(1);
    this.bytes[this.used++] = value;
  }

  /** Whole number of 16 bits. */
  short(value: number): void {
    this.byte(value & 0xff);
    this.byte((value >>> 8) & 0xff);
  }

  /** Whole number of 32 bits. */
  word(value: number): void {
    this.short(value & 0xffff);
    this.short(value >>> 16);
  }

  /** A number of 64 bits (IEEE 754). */
  double(value: number): void {
    const room = new DataView(new ArrayBuffer(8));
    room.setFloat64(0, value, true);
    this.word(room.getUint32(0, true));
    this.word(room.getUint32(4, true));
  }

  /** A text, in UTF-16 code units as the language holds it, so that nothing is lost on the way. */
  text(value: string): void {
    this.word(value.length);
    this.room(value.length * 2);
    for (let place = 0; place < value.length; place++) this.short(value.charCodeAt(place));
  }

  /** Bytes as they are. */
  bytesOf(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.used);
    this.used += bytes.length;
  }

  /** How many texts, then each. */
  texts(values: readonly string[]): void {
    this.word(values.length);
    for (const value of values) this.text(value);
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    return this.bytes.slice(0, this.used);
  }

  private room(more: number): void {
    if (this.used + more <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.used + more));
    wider.set(this.bytes);
    this.bytes = wider;
  }
}
