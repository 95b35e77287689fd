import type { Counted } from "../en";

/** Settings of the order desk: why people write, who works on it, how soon, and what follows. */
export const en = {
  tickets: {
    what: "Why people write",
    why: "Each reason has a team, a priority and its own time. Shoppers choose from this list on the order’s page.",
  },
  reason: "Reason {n}",
  titles: { en: "In English", tr: "In Turkish" },
  department: "Team",
  noDepartment: "None",
  priority: "Priority",
  firstReply: "Minutes to the first answer",
  resolve: "Minutes until it is solved",
  asUsual: "0: as for a ticket without a reason",
  addReason: "Add a reason",
  removeReason: "Remove {name}",
  reasonWrong: "A reason is needed in one language at least, of at most 80 characters.",

  clocks: {
    what: "How soon",
    why: "Minutes are those of your business hours; they stand still while the shopper is awaited.",
  },
  usualFirstReply: "Minutes to the first answer, where the reason does not say",
  usualResolve: "Minutes until it is solved, where the reason does not say",
  noClock: "0: no such clock",

  teams: { what: "Teams", why: "Whose a ticket is before somebody takes it, and who hears of it." },
  team: "Team {n}",
  teamName: "Name",
  teamEmails: "E-mail addresses, one a line",
  teamEmailsHint: "As in Saleor. Those who are online get tickets; all are told when nobody is.",
  addTeam: "Add a team",
  removeTeam: "Remove {name}",

  alerts: {
    what: "Nobody in Dashboard",
    why: "Staff hear by e-mail of who waits; their answer to that e-mail goes to the shopper.",
  },
  alertMinutes: "After how many minutes of business hours",
  alertNever: "0: nobody is told",
  alertEmails: "Addresses where the team has none, one a line",
  dashboardUrl: "Address of your Dashboard",
  dashboardUrlHint: "For links in e-mails to staff. Empty: beside Saleor’s API, at /dashboard/.",
  alertAccount: "Also in one chat of yours",
  alertAccountWhy: "The address of Slack, Telegram or another service, as Apprise writes it. Kept encrypted.",
  alertAddress: "Address",
  alertAddressHint: "Such as tgram://token/chat. It is not shown again.",
  alertSave: "Save the address",
  alertRemove: "Remove",
  alertTry: "Send a test",
  alertIsSet: "An address of {kind} is kept.",
  alertProblem: "The last one did not arrive: {why}",
  alertSaved: "Saved",
  alertTried: "Sent. Look there.",

  mailbox: {
    what: "Mails that come in",
    why: "What is written to your address becomes a ticket, and answers stand in their conversation.",
  },
  mailboxWay: "How they come in",
  mailboxOff: "Not at all",
  ways: {
    imap: "Read from a mailbox (IMAP)",
    mailgun: "Handed over by Mailgun",
    mailjet: "Handed over by Mailjet",
    postmark: "Handed over by Postmark",
    sparkpost: "Handed over by SparkPost",
  },
  mailboxHost: "Server",
  mailboxHostHint: "Such as imap.shop.com; spoken by TLS at port 993.",
  mailboxUser: "User name",
  mailboxPassword: "Password",
  mailboxKept: "Kept encrypted. Leave it empty to keep it.",
  authservId: "Server whose word on senders counts",
  authservIdHint: "As it names itself in Authentication-Results, such as mx.shop.com. Empty: nobody’s.",
  mailboxAddress: "Give this address to your provider, and to nobody else:",
  mailboxAddressName: "address",
  mailboxProblem: "It could not be read: {why}",
  mailboxRead: "Last read {when}",
  mailboxSave: "Save how mails come in",
  mailboxTry: "Look into it now",
  mailboxWorks: "It can be read.",

  held: "Held mails",
  heldCount: { one: "{n} held mail", other: "{n} held mails" } as Counted,
  heldIntro: "They may not be from whom they say. They stand in no conversation until somebody decides.",
  heldNone: { what: "No mail is held", why: "What may be forged comes here." },
  heldReasons: {
    NO_SENDER: "From nobody, or from several",
    FORGED: "Your server says it is not from whom it says",
    NOT_STAFF: "An answer of somebody who is no longer staff",
  } as Readonly<Record<string, string>>,
  heldFor: "Was meant for #{number}",
  letIn: "Open a ticket",

  survey: { what: "How was it?", why: "One click in an e-mail after a ticket is closed." },
  surveyScale: "Scale",
  surveyScales: { "0": "Ask nobody", "5": "1 to 5", "10": "1 to 10" },
  surveyWait: "Hours after it is closed",
  surveyDays: "Days in which nobody is asked twice",

  notes: {
    what: "Notes in Saleor",
    why: "Who does not use the inbox sees in an order’s history that there is a ticket.",
  },
  mirrorNotes: "Each ticket is one note in its order’s history",

  orderPage: {
    what: "The order’s own page",
    why: "Customers open it with number, e-mail and a mailed code, and ask for help there.",
  },
  orderPageDays: "Days after delivery",

  faults: {
    NOT_FOUND: "This is not here any more.",
    REQUIRED: "Something is missing here.",
    NOT_READABLE: "This mail cannot be read any more.",
    NO_SENDER: "It names nobody who could be answered.",
    LIMITED: "That was a lot of tests. Try again in an hour.",
    UNSAID: "Nothing arrived there. Look at the address.",
    INVALID: "This cannot be saved as it is.",
  },
  failed: "That did not work",
};

export type DeskSettingWords = typeof en;
