import type {
  AnswerRowFragment,
  QuestionRowFragment,
  QuestionShelf,
  QuestionState,
} from "../src/generated/ProductQuestions";

export function aQuestion(changed: Partial<QuestionRowFragment> = {}): QuestionRowFragment {
  return {
    id: "UXVlc3Rpb246MQ==",
    text: "Does it dim?",
    authorName: "Can",
    language: "en",
    state: "PENDING",
    signals: [],
    isToBeTold: false,
    toldAt: null,
    moderatedBy: null,
    createdAt: "2026-11-20T12:00:00+00:00",
    productId: "UHJvZHVjdDox",
    productName: "Lamp",
    answers: [],
    ...changed,
  };
}

export function anAnswer(changed: Partial<AnswerRowFragment> = {}): AnswerRowFragment {
  return {
    id: "QW5zd2VyOjE=",
    text: "It dims.",
    authorName: "Ada Y.",
    by: null,
    isBuyer: true,
    state: "PENDING",
    signals: [],
    editedAt: null,
    createdAt: "2026-11-20T13:00:00+00:00",
    ...changed,
  };
}

/** Aurora's questions as the service keeps them. */
export function aQuestionDesk(...questions: QuestionRowFragment[]) {
  const standing = new Map(questions.map((question) => [question.id, question]));
  const missing = [{ field: "id", message: "There is no such question.", code: "NOT_FOUND" as const }];
  const isShown = ({ answers }: QuestionRowFragment) => answers.some(({ state }) => state === "PUBLISHED");
  const shelves: Record<QuestionShelf, (one: QuestionRowFragment) => boolean> = {
    UNANSWERED: (one) => one.state !== "REJECTED" && !isShown(one),
    TO_CHECK: ({ answers }) => answers.some(({ state }) => state === "PENDING"),
    ANSWERED: (one) => one.state === "PUBLISHED" && isShown(one),
    REJECTED: ({ state }) => state === "REJECTED",
  };
  const change = (id: string | undefined, changes: Partial<QuestionRowFragment>) => {
    const question = standing.get(id ?? "");
    if (!question) return { question: null, errors: missing };
    const changed = { ...question, ...changes };
    standing.set(question.id, changed);
    return { question: { id: question.id, state: changed.state, answers: changed.answers }, errors: [] };
  };
  const of = (answer: string) => [...standing.values()].find(({ answers }) => answers.some(({ id }) => id === answer));
  const turned = (id: string, changes: Partial<AnswerRowFragment>) =>
    change(of(id)?.id, {
      answers: (of(id)?.answers ?? []).map((one) => (one.id === id ? { ...one, ...changes } : one)),
    });
  let made = 0;
  return {
    gone: (id: string) => standing.delete(id),
    ProductQuestions: ({ shelf }: { shelf: QuestionShelf }) => {
      const rows = [...standing.values()].filter(shelves[shelf]);
      const pageInfo = { hasNextPage: false, endCursor: null };
      return { productQuestions: { edges: rows.map((node) => ({ node })), pageInfo, totalCount: rows.length } };
    },
    QuestionAnswer: ({ id, text }: { id: string; text: string }) => {
      made += 1;
      const ours = {
        id: `ours-${made}`,
        text,
        isBuyer: false,
        by: "staff@aurora.example",
        state: "PUBLISHED",
      } as const;
      const answers = [...(standing.get(id)?.answers ?? []), anAnswer(ours)];
      return { questionAnswer: change(id, { state: "PUBLISHED", answers }) };
    },
    QuestionDecide: ({ id, state }: { id: string; state: QuestionState }) => ({
      questionDecide: change(id, { state }),
    }),
    AnswerDecide: ({ id, state }: { id: string; state: QuestionState }) => ({ answerDecide: turned(id, { state }) }),
    AnswerEdit: ({ id, text }: { id: string; text: string }) => ({ answerEdit: turned(id, { text }) }),
    AnswerRemove: ({ id }: { id: string }) => ({
      answerRemove: change(of(id)?.id, {
        state: "PENDING",
        answers: (of(id)?.answers ?? []).filter((one) => one.id !== id),
      }),
    }),
  };
}
