import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import css from './Button.module.css';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `plain` has no frame until it is pointed at; `primary` is the one thing to do here. */
  readonly look?: 'framed' | 'plain' | 'primary' | 'danger';
  readonly icon?: ReactNode;
  /** Only an icon: `aria-label` is its name. */
  readonly square?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button of the page. */
export function Button({ look = 'framed', icon, square = false, className, children, ...rest }: Props) {
  return (
    <button type="button" className={[css['button'], css[look], square && css['square'], className].filter(Boolean).join(' ')} {...rest}>
      {icon}
      {children}
    </button>
  );
}
