import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from './Button.tsx';
import { copyText } from './copy-text.ts';

/** Copies a text and says so. */
export function CopyButton({
  text,
  icon,
  label,
  look = 'plain',
}: {
  readonly text: string;
  readonly icon?: ReactNode;
  readonly label?: string;
  readonly look?: 'plain' | 'primary' | 'framed';
}) {
  const m = useMessages();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    void copyText(text).then(setCopied);
  };
  const words = copied ? m.act.copied : (label ?? m.act.copy);
  return (
    <Button look={look} square={label === undefined} icon={copied ? <Check /> : icon} aria-label={words} onClick={copy}>
      {label !== undefined && words}
    </Button>
  );
}
