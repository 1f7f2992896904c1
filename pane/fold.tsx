// Details that are loaded when they are first opened.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useLater } from './hooks.ts';

interface FoldProps<T> {
  readonly name: string;
  readonly title: string;
  readonly load: () => Promise<T>;
  readonly children: (part: T) => VNode;
}

export function Fold<T>({ name, title, load, children }: FoldProps<T>) {
  const [opened, setOpened] = useState(false);
  return (
    <details class={name} onToggle={() => setOpened(true)}>
      <summary>{title}</summary>
      {opened ? <Contents load={load}>{children}</Contents> : null}
    </details>
  );
}

function Contents<T>({ load, children }: Pick<FoldProps<T>, 'load' | 'children'>) {
  const part = useLater(load);
  return part ? children(part) : null;
}
