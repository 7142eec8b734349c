type InitialProps = { readonly name: string };

/** A source has no picture but its initial in a hairline square. "The" is no initial. */
export function Initial({ name }: InitialProps) {
  const [first = ''] = name.replace(/^the\s+/i, '');
  return <span className="mono">{first.toLocaleUpperCase()}</span>;
}
