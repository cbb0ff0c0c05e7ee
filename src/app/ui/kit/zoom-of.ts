/**
 * How many pixels of the window one CSS pixel of an element takes: the page is drawn larger in a room and on wall screens (CSS zoom).
 * Where pointers are is told in the former, where things stand in the latter.
 */
export function zoomOf(element: HTMLElement): number {
  return element.getBoundingClientRect().width / Math.max(1, element.offsetWidth) || 1;
}
