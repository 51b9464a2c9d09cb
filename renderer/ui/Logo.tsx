interface LogoProps {
  readonly size?: number;
}

/** The mark: a sheet of minutes whose lines meet in a tick. Decorative, always beside the name. */
export function Logo({ size = 32 }: LogoProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#135e69" />
      <path d="M9 9.5h14M9 15h8" stroke="#abd0d5" strokeWidth="2.4" strokeLinecap="round" />
      <path
        d="m9.5 21.2 3.8 3.6L23 15.4"
        fill="none"
        stroke="#ffffff"
        strokeWidth="2.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
