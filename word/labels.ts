// Colours the “⟦…⟧” labels of a draft where they stand inside a text, whatever template they were filled into.

/** The red of the style for what is still to be filled in. */
const RED = '<w:color w:val="C00000"/>';

/** A run of nothing but one text; what the template engine fills in has a run of its own for each line. */
const RUN =
  /(<w:r(?: [^>]*)?>)(?:<w:rPr>((?:(?!<\/w:rPr>)[\s\S])*)<\/w:rPr>)?(<w:t(?: [^>]*)?>)([^<]*⟦[^<]*)<\/w:t><\/w:r>/g;
const LABEL = /(⟦[^⟦⟧]*⟧)/;

/** The part with every label in a run of its own, which looks as the text around it, but red. */
export function colourLabels(xml: string): string {
  return xml.replace(RUN, (_whole, open: string, look: string | undefined, _text, content: string) => {
    const pieces = content.split(LABEL).filter((piece) => piece !== '');
    return pieces.map((piece) => run(open, LABEL.test(piece) ? inRed(look ?? '') : (look ?? ''), piece)).join('');
  });
}

function run(open: string, look: string, text: string): string {
  return `${open}${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** What stands before the colour of a run, by the schema's order. */
const BEFORE =
  /^(?:<w:(?:rStyle|rFonts|bCs|b|iCs|i|caps|smallCaps|strike|dstrike|outline|shadow|emboss|imprint|noProof|snapToGrid|vanish|webHidden)(?: [^>]*)?\/>)*/;

function inRed(look: string): string {
  const plain = look.replace(/<w:color(?: [^>]*)?\/>/g, '');
  return plain.replace(BEFORE, (before) => `${before}${RED}`);
}
