// Whether the plan may be changed from its picture → the button in the bar that says and switches it.

export interface Lock {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

export function LockButton({ on, onSwitch }: Lock) {
  const label = on ? "Locked: nothing can be dragged" : "Lock the picture";
  return (
    <button
      type="button"
      class="icon lock"
      aria-pressed={on}
      aria-label={label}
      title={label}
      onClick={() => onSwitch(!on)}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" class="line">
        <rect x="3" y="7.5" width="10" height="6.5" rx="1.2" />
        <path d={on ? "M5 7.5V5a3 3 0 0 1 6 0V7.5" : "M5 7.5V4.5a3 3 0 0 1 5.8-1"} />
      </svg>
    </button>
  );
}
