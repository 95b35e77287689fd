import type { Kind } from "./kinds";

export interface Words {
  /** What is asked, by what happened. */
  readonly asks: Readonly<Record<Kind, string>>;
  readonly help: string;
  /** What else may be answered to who is leaving, and what the message then begins with. */
  readonly cheaper: string;
  readonly cheaperText: string;
  readonly dismiss: string;
  readonly notAgain: string;
}

export const en: Words = {
  asks: {
    PAYMENT_IDLE: "Is something in the way of paying? We are glad to help.",
    VOUCHER_REFUSED: "Did a code not work? Ask us, and we will look into it.",
    ACCOUNT_WALL: "Is signing in a trouble? We help you order.",
    EXIT_INTENT: "Is a question still open? We are glad to help.",
  },
  help: "Ask us",
  cheaper: "I found it cheaper",
  cheaperText: "I found it cheaper here: ",
  dismiss: "Close",
  notAgain: "Don't show this again",
};

export const tr: Words = {
  asks: {
    PAYMENT_IDLE: "Ödemede takıldığınız bir yer mi var? Yardım edelim.",
    VOUCHER_REFUSED: "Kodunuz çalışmadı mı? Birlikte bakalım.",
    ACCOUNT_WALL: "Giriş yapmakta zorlandınız mı? Siparişinize yardım edelim.",
    EXIT_INTENT: "Aklınızda bir soru mu kaldı? Yardım edelim.",
  },
  help: "Bize sorun",
  cheaper: "Daha ucuzunu buldum",
  cheaperText: "Daha ucuzunu burada buldum: ",
  dismiss: "Kapat",
  notAgain: "Bir daha gösterme",
};

export const WORDS: Readonly<Record<string, Words>> = { en, tr };
