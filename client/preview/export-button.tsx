// The button that writes what is shown into a file for others.

export function ExportButton({ onExport }: { readonly onExport: () => void }) {
  return (
    <button
      type="button"
      class="icon export"
      aria-label="Export…"
      title="Export as PDF, slides, a sheet or a page"
      onClick={onExport}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" class="line">
        <path d="M8 2.5V10M4.8 7L8 10.2L11.2 7M3 12.8H13" />
      </svg>
    </button>
  );
}
