/** Leaves the sign-in page so that the link's secret stays neither in the address nor in the history. */

export function enterStaffScreens(): void {
  window.location.replace("/staff");
}
