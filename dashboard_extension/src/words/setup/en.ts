/** The setup's steps: on the app's first page and on Dashboard's. */
export const en = {
  title: "Setup",
  intro: "Five steps until shoppers can reach you. Each ticks itself off once it works.",
  progress: "{done} of {all}",
  progressHeard: "{done} of {all} steps are done",
  allDone: "Everything is set up",
  allDoneWhy: "Shoppers can reach you, and you answer from the inbox.",
  nextUp: "Next up",
  done: "Done",
  toDo: "To do",
  park: "Put aside",
  parking: "Putting aside…",
  notParked: "This could not be put aside",
  unpark: "Show again",
  parked: "The setup is put aside",
  parkedWhy: "The steps that are left wait here until you come back to them.",
  openSettings: "Open settings",
  openInbox: "Open the inbox",
  openSetup: "Open setup",
  forbidden: {
    what: "Setup is for those who manage settings",
    why: "These steps need the permission “Manage settings”.",
    next: "The inbox is open to you if you may manage orders.",
  },
  steps: {
    originsSet: {
      what: "Name your shop’s address",
      why: "Only pages of these addresses may show our elements and send messages.",
    },
    snippetSeen: {
      what: "Put the snippet on your shop",
      why: "Paste it once, before the end of the page’s body. This step ticks itself off at the first visit.",
    },
    hoursSet: {
      what: "Set your business hours",
      why: "Shoppers see who can be reached now, and when you are back.",
    },
    senderTested: {
      what: "Send yourself a test e-mail",
      why: "Answers, reminders and review requests leave under this sender.",
    },
    firstTestMessage: {
      what: "Write yourself a first message",
      why: "Open the form on your shop, send a line, and answer it from the inbox.",
    },
  },
  sendTest: "Send the test e-mail",
  sendingTest: "Sending…",
  testSent: "The test e-mail is on its way to {email}",
  testNotSent: "The test e-mail was not sent",
  testLimited: "Enough for now: try again in a while.",
  listening: "Waiting for the first visit…",
  seenAt: "Last seen {when}",
  snippet: "Snippet",
  snippetChannel: "Channel",
  snippetLocale: "Language",
  copy: "Copy",
  copied: "Copied",
  selected: "Selected: press Ctrl+C",
};

export type SetupWords = typeof en;
