/** Reads colour tokens where an element stands, always as `#rrggbb`: a build may have shortened them. */
export function tokenColours(element: Element): (name: string) => string {
  const style = getComputedStyle(element);
  return (name) => sixDigits(style.getPropertyValue(name).trim());
}

/** `#abc` as `#aabbcc`; longer ones as they are. */
export function sixDigits(hex: string): string {
  return /^#[0-9a-f]{3}$/i.test(hex) ? `#${hex.slice(1).replace(/./g, '$&$&')}` : hex;
}
