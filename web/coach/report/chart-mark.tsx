/** The marks of charts: one shape and one colour for each rater group, the same on every chart. */

const SHAPES = {
  self: { path: "M0,-7.5 L7.5,0 L0,7.5 L-7.5,0 Z", tone: "self" },
  "line-manager": { path: "M-5.5,-5.5 H5.5 V5.5 H-5.5 Z", tone: "line-manager" },
  peer: { path: "M0,-6 A6,6 0 1 1 0,6 A6,6 0 1 1 0,-6 Z", tone: "peers" },
  "direct-report": { path: "M0,-6.8 L7,5.4 L-7,5.4 Z", tone: "direct-reports" },
  other: {
    path: "M-2.2,-6.8 H2.2 V-2.2 H6.8 V2.2 H2.2 V6.8 H-2.2 V2.2 H-6.8 V-2.2 H-2.2 Z",
    tone: "other",
  },
  "others-merged": {
    path: "M0,-8.0 L2.1,-2.9 L7.6,-2.5 L3.4,1.1 L4.7,6.5 L0,3.6 L-4.7,6.5 L-3.4,1.1 L-7.6,-2.5 L-2.1,-2.9 Z",
    tone: "other",
  },
  "all-others": { path: "M-1.75,-9 H1.75 V9 H-1.75 Z", tone: "all-others" },
} as const;

type MarkName = keyof typeof SHAPES;

/** The code under which the figures over all anonymous blocks have their mark. */
export const ALL_OTHERS = "all-others";

const PLURALS: Readonly<Record<string, MarkName>> = {
  peers: "peer",
  "direct-reports": "direct-report",
  others: "other",
  manager: "line-manager",
};

function isMarkName(code: string): code is MarkName {
  return Object.hasOwn(SHAPES, code);
}

function markName(code: string): MarkName {
  if (isMarkName(code)) return code;
  return PLURALS[code] ?? "other";
}

/** The mark of a block, drawn around the origin of the surrounding SVG. */
export function MarkShape({ code }: { readonly code: string }) {
  const { path, tone } = SHAPES[markName(code)];
  return <path d={path} className={`mark mark-${tone}`} />;
}

/** The mark of a block within text. Decoration: the name stands beside it. */
export function MarkSign({ code }: { readonly code: string }) {
  return (
    <svg className="mark-sign" viewBox="-10 -10 20 20" aria-hidden="true">
      <MarkShape code={code} />
    </svg>
  );
}
