/** A part of a whole as a bar within its frame. */

const HEIGHT = 14;

interface RateBarProps {
  /** 0 to 1. */
  readonly rate: number;
  readonly sentence: string;
}

export function RateBar({ rate, sentence }: RateBarProps) {
  return (
    <svg className="rate-bar" role="img" aria-label={sentence} width="100%" height={HEIGHT}>
      <rect className="rate-all" x="0.5" y="0.5" width="99%" height={HEIGHT - 1} rx="2" />
      <rect
        className="rate-part"
        x="0.5"
        y="0.5"
        width={`${Math.min(1, rate) * 99}%`}
        height={HEIGHT - 1}
        rx="2"
      />
    </svg>
  );
}
