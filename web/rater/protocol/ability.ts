/** Whether this browser can seal answers: asked before anything is typed, not after the last question. */

/** X25519 keys came to browsers between 2023 and 2025; the point that is imported here is the curve's base point. */
export async function canSeal(): Promise<boolean> {
  const point = new Uint8Array(32);
  point[0] = 9;
  try {
    await crypto.subtle.importKey("raw", point, { name: "X25519" }, false, []);
    return true;
  } catch {
    return false;
  }
}
