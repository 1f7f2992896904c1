// A webpack loader: takes the examples out of the core's records. They are tests and documentation, of no use to whoever
// checks a report, and a twentieth of the pane.
import { parse } from 'acorn';

export default function withoutExamples(source) {
  const tree = parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
  const cuts = [];
  visit(tree, (node) => {
    const isExamples =
      node.type === 'Property' && !node.computed && node.key.name === 'examples' && node.value.type !== 'Identifier';
    if (isExamples) cuts.push([node.start, node.end]);
    return !isExamples;
  });
  return cuts.reduceRight((text, [start, end]) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''), source);
}

/** Calls `enter` on every node; one that says no is not gone into. */
function visit(node, enter) {
  if (!enter(node)) return;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === 'string') visit(child, enter);
    }
  }
}
