// Lets the browser show what was last drawn before work begins that holds it up.

/** Where nothing is painted, as on a hidden page, it is not waited for. */
const LONGEST = 100;

/** After the next frame is on the screen. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST);
  });
}
