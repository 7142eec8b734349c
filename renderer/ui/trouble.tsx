import './trouble.css';

type TroubleProps = { readonly title: string; readonly words: string; readonly onRetry: () => void };

/** What stands where something cannot be shown: what happened, what was kept, what to do. */
export function Trouble({ title, words, onRetry }: TroubleProps) {
  return (
    <div className="trouble" role="alert" aria-label={title}>
      <div className="oxford" />
      <h1>{title}</h1>
      <p>{words}</p>
      <div>
        <button type="button" className="button main" onClick={onRetry}>
          Retry
        </button>
      </div>
    </div>
  );
}
