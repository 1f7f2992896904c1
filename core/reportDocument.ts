// The report as a document, ready to be set: every text finished, only its place on the page still to come.

/** A piece of the text in its order. A question is the "⟦…⟧" label of a draft: something still to be filled in. */
export type Block = {
  readonly kind: 'section' | 'heading' | 'subheading' | 'paragraph' | 'question';
  readonly text: string;
};

/** A row of the annex, as printed. */
export interface AnnexLine {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly value: string;
  readonly remark: string;
  readonly heading: boolean;
}

/** Laid out by Nghị định 30/2020/NĐ-CP, Phụ lục I; the comments show an example of each text. */
export interface ReportDocument {
  /** "UBND HUYỆN HOẰNG HÓA"; "" when it is not written. */
  readonly superior: string;
  /** ["ỦY BAN NHÂN DÂN", "XÃ HOẰNG HỢP"] */
  readonly issuer: readonly string[];
  /** "Số: 12/BC-UBND" */
  readonly number: string;
  /** "Hoằng Hợp, ngày 04 tháng 6 năm 2024" */
  readonly placeDate: string;
  /** The lines under "BÁO CÁO". */
  readonly subject: readonly string[];
  /** "Kính gửi": one stands on the same line; more stand on a line each, already with "- " and ";" or ".". */
  readonly addressees: readonly string[];
  readonly body: readonly Block[];
  /** The lines under "Nơi nhận:", finished. */
  readonly recipients: readonly string[];
  /** ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"] and the signer's name. */
  readonly signature: { readonly authority: readonly string[]; readonly name: string };
  readonly annex: {
    readonly title: readonly string[];
    /** "(Kèm theo Báo cáo số …)", in its parentheses; "" when it is not written. */
    readonly note: string;
    readonly rows: readonly AnnexLine[];
  };
  /** A draft is marked so on every page; a final carries no mark. */
  readonly draft: boolean;
}
