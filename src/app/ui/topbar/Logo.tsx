/** The glass box with its swarm. Colours come from the theme. */
export function Logo() {
  return (
    <svg width="24" height="24" viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <path d="M16 2.5 28 9v14l-12 6.5L4 23V9z" stroke="var(--accent)" strokeWidth="2" strokeLinejoin="round" />
      <path d="m4 9 12 6.5L28 9M16 15.5v14" stroke="var(--accent)" strokeOpacity=".45" strokeWidth="1.5" />
      <circle cx="16" cy="8.6" r="2" fill="var(--s4)" />
      <circle cx="10.2" cy="18.6" r="2" fill="var(--ok)" />
      <circle cx="21.8" cy="20.6" r="2" fill="var(--s2)" />
    </svg>
  );
}
