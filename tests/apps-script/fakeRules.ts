// Conditional formats, text styles, rich text and validation rules of the fake: values a script builds before it sets them.
import { boxName } from './boxes.ts';
import type { Book, BookRule } from './fakeBook.ts';
import { FakeRange } from './fakeRange.ts';
import type { FakeSheet } from './fakeSheet.ts';
import type * as S from './google.ts';
import { original, strict } from './strict.ts';

export class FakeRule implements Pick<S.ConditionalFormatRule, 'getBooleanCondition' | 'getRanges'> {
  readonly rule: BookRule;
  private readonly sheet: FakeSheet;

  constructor(sheet: FakeSheet, rule: BookRule) {
    this.sheet = sheet;
    this.rule = rule;
  }

  getBooleanCondition(): S.BooleanCondition | null {
    this.sheet.book.note('ConditionalFormatRule.getBooleanCondition');
    const { formula } = this.rule;
    if (formula === null) return null;
    const condition: Pick<S.BooleanCondition, 'getCriteriaType' | 'getCriteriaValues'> = {
      getCriteriaType: () => CUSTOM_FORMULA,
      getCriteriaValues: () => [formula],
    };
    return strict(condition, 'BooleanCondition');
  }

  getRanges(): S.Range[] {
    return this.rule.boxes.map((box) => this.sheet.range(box));
  }
}

/** Google's enumerations are objects with a name; only their being the same matters here. */
export const CUSTOM_FORMULA = strict<S.BooleanCriteria>({ toString: () => 'CUSTOM_FORMULA' }, 'BooleanCriteria');

type RuleBuilder = Pick<
  S.ConditionalFormatRuleBuilder,
  'whenFormulaSatisfied' | 'setBackground' | 'setRanges' | 'build'
>;

export function ruleBuilder(book: Book): S.ConditionalFormatRuleBuilder {
  book.note('SpreadsheetApp.newConditionalFormatRule');
  let [formula, background]: [string, string] = ['', ''];
  let ranges: readonly FakeRange[] = [];
  const builder: RuleBuilder = {
    whenFormulaSatisfied(text) {
      formula = text;
      return self;
    },
    setBackground(colour: unknown) {
      background = String(colour);
      return self;
    },
    setRanges(given) {
      ranges = given.map((range) => original(range, FakeRange, 'ConditionalFormatRuleBuilder.setRanges'));
      return self;
    },
    build() {
      const sheet = ranges[0]?.sheet;
      if (formula === '' || !sheet) throw new Error('Conditional format rule must have a condition and ranges.');
      return strict(
        new FakeRule(sheet, { formula, background, boxes: ranges.map(({ box }) => box) }),
        'ConditionalFormatRule',
      );
    },
  };
  const self = strict<S.ConditionalFormatRuleBuilder>(builder, 'ConditionalFormatRuleBuilder');
  return self;
}

export class FakeTextStyle {
  readonly style: Record<string, unknown> = {};
}

type StyleBuilder = Pick<
  S.TextStyleBuilder,
  'setFontFamily' | 'setFontSize' | 'setBold' | 'setItalic' | 'setUnderline' | 'setForegroundColor' | 'build'
>;

export function styleBuilder(book: Book): S.TextStyleBuilder {
  book.note('SpreadsheetApp.newTextStyle');
  const made = new FakeTextStyle();
  const set = (key: string) => (value: unknown) => {
    made.style[key] = value;
    return self;
  };
  const builder: StyleBuilder = {
    setFontFamily: set('font'),
    setFontSize: set('size'),
    setBold: set('bold'),
    setItalic: set('italic'),
    setUnderline: set('underline'),
    setForegroundColor: set('colour'),
    build: () => strict(made, 'TextStyle'),
  };
  const self = strict<S.TextStyleBuilder>(builder, 'TextStyleBuilder');
  return self;
}

export class FakeRichText {
  text = '';
  link: string | null = null;
  style: Record<string, unknown> = {};
}

type RichBuilder = {
  setText(text: string): S.RichTextValueBuilder;
  setLinkUrl(link: string | null): S.RichTextValueBuilder;
  setTextStyle(style: S.TextStyle): S.RichTextValueBuilder;
  build(): S.RichTextValue;
};

export function richTextBuilder(book: Book): S.RichTextValueBuilder {
  book.note('SpreadsheetApp.newRichTextValue');
  const made = new FakeRichText();
  const builder: RichBuilder = {
    setText(text) {
      made.text = text;
      return self;
    },
    setLinkUrl(link) {
      made.link = link;
      return self;
    },
    setTextStyle(style) {
      made.style = original(style, FakeTextStyle, 'RichTextValueBuilder.setTextStyle').style;
      return self;
    },
    build: () => strict(made, 'RichTextValue'),
  };
  const self = strict<S.RichTextValueBuilder>(builder, 'RichTextValueBuilder');
  return self;
}

export class FakeValidation {
  values: readonly string[] = [];
  allowsOthers = false;
}

type ValidationBuilder = {
  requireValueInList(values: string[], showDropdown: boolean): S.DataValidationBuilder;
  setAllowInvalid(allow: boolean): S.DataValidationBuilder;
  build(): S.DataValidation;
};

export function validationBuilder(book: Book): S.DataValidationBuilder {
  book.note('SpreadsheetApp.newDataValidation');
  const made = new FakeValidation();
  const builder: ValidationBuilder = {
    requireValueInList(values) {
      made.values = values;
      return self;
    },
    setAllowInvalid(allow) {
      made.allowsOthers = allow;
      return self;
    },
    build: () => strict(made, 'DataValidation'),
  };
  const self = strict<S.DataValidationBuilder>(builder, 'DataValidationBuilder');
  return self;
}

/** The rules of a sheet as a test reads them: "=D1>400 on D1:D90". */
export function rulesOf(rules: readonly BookRule[]): readonly string[] {
  return rules.map(({ formula, boxes }) => `${formula ?? 'scale'} on ${boxes.map(boxName).join()}`);
}
