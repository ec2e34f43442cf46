/** The parts of a long page, as links. */

interface PageContentsProps {
  readonly label: string;
  readonly parts: readonly { readonly id: string; readonly title: string }[];
}

export function PageContents({ label, parts }: PageContentsProps) {
  return (
    <nav className="page-contents" aria-label={label}>
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
