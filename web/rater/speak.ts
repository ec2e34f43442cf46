/** Says a sentence to screen readers, without moving the focus. */

/** The live region stands in the page from the beginning, as readers want it. */
export function speak(sentence: string): void {
  const spoken = document.getElementById("spoken");
  if (spoken !== null && spoken.textContent !== sentence) spoken.textContent = sentence;
}
