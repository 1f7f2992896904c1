// Tells above the pane what stands between it and Google, and what to do about it.
import type { Trouble } from './call.ts';

const WORDS: Readonly<Record<Trouble, string>> = {
  accounts:
    'Trình duyệt đang đăng nhập nhiều tài khoản Google, nên Google chạy công cụ bằng tài khoản khác với tài khoản đã mở tệp này. Hãy mở tệp trong cửa sổ ẩn danh, chỉ đăng nhập một tài khoản, rồi mở lại khung kiểm tra.',
  silence:
    'Google chưa trả lời. Việc vừa làm có thể vẫn đang chạy: đợi một phút, xem lại bảng, rồi thử lại. Nếu vẫn vậy, kiểm tra mạng và tải lại trang.',
};

export function tellTrouble(place: HTMLElement, trouble: Trouble | null): void {
  place.hidden = trouble === null;
  place.textContent = trouble === null ? '' : WORDS[trouble];
}
