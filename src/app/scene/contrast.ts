type Rgb = readonly [number, number, number];

/** Reads `#rrggbb`; parts from 0 to 1. */
export function parseColour(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function linear([r, g, b]: Rgb): Rgb {
  const one = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return [one(r), one(g), one(b)];
}

/** Contrast of two opaque colours after WCAG 2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, b] = linear(parseColour(hex));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** `share` of `a` in front of `b`, as `color-mix(in srgb, a share, b)` mixes them. */
export function mix(a: string, share: number, b: string): string {
  const front = parseColour(a);
  const back = parseColour(b);
  const part = (i: 0 | 1 | 2): string =>
    Math.round((front[i] * share + back[i] * (1 - share)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(0)}${part(1)}${part(2)}`;
}

/** Kinds of colour vision: as most people see, and without the red, green or blue cones (Machado 2009, severity 1). */
export const VISIONS = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

/** How far apart two colours look, as distance in OKLab times 100: below about 2 nobody sees a difference. */
export function difference(a: string, b: string, vision: keyof typeof VISIONS = 'usual'): number {
  const [l1, a1, b1] = oklab(seen(a, vision));
  const [l2, a2, b2] = oklab(seen(b, vision));
  return 100 * Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}

function seen(hex: string, vision: keyof typeof VISIONS): Rgb {
  const m = VISIONS[vision];
  const [r, g, b] = linear(parseColour(hex));
  const row = (i: number): number => Math.min(1, Math.max(0, (m[i] as number) * r + (m[i + 1] as number) * g + (m[i + 2] as number) * b));
  return [row(0), row(3), row(6)];
}

function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
