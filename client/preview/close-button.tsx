// A way to close something → the button with a cross for it.
import type { RefObject } from "preact";

export function CloseButton(props: {
  readonly onClose: () => void;
  readonly button?: RefObject<HTMLButtonElement | null>;
}) {
  const { onClose, button } = props;
  return (
    <button
      {...(button ? { ref: button } : {})}
      type="button"
      class="close"
      aria-label="Close"
      onClick={onClose}
    >
      <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" class="line">
        <path d="M-4-4L4 4M4-4L-4 4" />
      </svg>
    </button>
  );
}
