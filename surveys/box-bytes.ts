/** The inside of a box: text padded to one fixed size, so that its length tells nothing. */

/** Added by the sealing: the encapsulated key before, the authentication tag after. */
export const BOX_OVERHEAD_BYTES = 48;

const LENGTH_BYTES = 4;

/**
 * Pads to a fixed size: length in four bytes (big-endian), the bytes, zeros.
 * @param bytes what is to be sealed
 * @param size the manifest's boxBytes
 * @returns exactly `size` bytes, or undefined if they do not fit
 * @example padToBox(Uint8Array.of(7), 8) // Uint8Array.of(0, 0, 0, 1, 7, 0, 0, 0)
 */
export function padToBox(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> | undefined {
  if (bytes.length + LENGTH_BYTES > size) return undefined;
  const box = new Uint8Array(size);
  new DataView(box.buffer).setUint32(0, bytes.length);
  box.set(bytes, LENGTH_BYTES);
  return box;
}

/**
 * Takes the padding off.
 * @param box what `padToBox` made
 * @returns the bytes that were padded, or undefined if the box was not padded this way
 * @example unpadBox(Uint8Array.of(0, 0, 0, 1, 7, 0, 0, 0)) // Uint8Array.of(7)
 */
export function unpadBox(box: Uint8Array): Uint8Array | undefined {
  if (box.length < LENGTH_BYTES) return undefined;
  const length = new DataView(box.buffer, box.byteOffset, box.length).getUint32(0);
  const end = LENGTH_BYTES + length;
  if (end > box.length) return undefined;
  for (let place = end; place < box.length; place += 1) if (box[place] !== 0) return undefined;
  return box.subarray(LENGTH_BYTES, end);
}
