/** A column of small integers whose length is not known beforehand. */

/** Takes integers of 16 bits one after the other; doubles its room when it is full. */
export class GrowingColumn {
  private room = new Int16Array(1024);
  private used = 0;

  /** Puts one value behind the last. */
  push(value: number): void {
    if (this.used === this.room.length) {
      const wider = new Int16Array(this.room.length * 2);
      wider.set(this.room);
      this.room = wider;
    }
    this.room[this.used] = value;
    this.used += 1;
  }

  /** Writes the values into `target` in another order: target[i] = value at order[i]. */
  copyInto(target: { [place: number]: number }, order: Uint32Array): void {
    for (let place = 0; place < order.length; place++) {
      target[place] = this.room[order[place] ?? 0] ?? 0;
    }
  }
}
