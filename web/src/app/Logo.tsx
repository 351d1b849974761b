/** A kelp frond and the holdfast that anchors it. */
export function Logo({ size = 36 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="15" fill="#1f6a5e" />
      <g fill="none" stroke="#e9f6f3" strokeLinecap="round" strokeWidth="4.5">
        <path d="M32 45c0-8-5-11-4-18s6-8 5-16" />
        <path d="M31 27c6 0 11-3 13-9M28 33c-6-1-9-4-11-9" />
        <path d="M32 45c-3 3-8 3-13 7M32 45c3 3 8 3 13 7M32 45v7" />
      </g>
    </svg>
  );
}
