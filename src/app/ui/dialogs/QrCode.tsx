import { useMemo } from 'react';
import { encode } from 'uqr';
import css from './ShareDialog.module.css';

/** Light modules around the code, as ISO 18004 wants them. */
const QUIET = 4;

/** A text as a QR code: dark on light in both themes, as cameras want it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'L', border: QUIET });
    let drawn = '';
    code.data.forEach((row, y) =>
      row.forEach((dark, x) => {
        if (dark) drawn += `M${x} ${y}h1v1h-1z`;
      }),
    );
    return { size: code.size, path: drawn };
  }, [text]);
  return (
    <svg className={css['qr']} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
