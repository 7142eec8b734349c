import './progress-bar.css';

type ProgressBarProps = {
  /** The sentence beside it, with both numbers. */
  readonly words: string;
  readonly name: string;
  readonly done: number;
  readonly total: number;
};

/** A line that grows, under the sentence that says the same in numbers. */
export function ProgressBar({ words, name, done, total }: ProgressBarProps) {
  const share = total === 0 ? 0 : Math.min(done / total, 1);
  return (
    <div className="progress">
      <p className="num">{words}</p>
      <div
        className="progress-line"
        role="progressbar"
        aria-label={name}
        aria-valuetext={words}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <i style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </div>
  );
}
