/** Texts of the sign-in pages, in British English. */

export const SIGN_IN_TEXTS = {
  title: "Sign in",
  intro:
    "For coordinators, coaches and evaluators. If you were asked to answer a survey, use the link in your mail.",
  mail: "Your mail address at work",
  ask: "Send me a link",
  asking: "Sending…",
  asked: "Look into your mail",
  askedDetail:
    "If this address belongs to a coordinator, coach or evaluator, a link is on its way. It works once and for ten minutes.",
  askedNothing:
    "Nothing arrived? Look into the junk folder, or ask a coordinator whether you are on the list.",
  askAgain: "Use another address",
  redeemTitle: "You are nearly in",
  redeemDetail: "Press the button to sign in on this device. The link then stops working.",
  redeem: "Sign in",
  redeeming: "Signing in…",
  expired: "Ask for a new link",
  firstTitle: "Set up Soundings",
  firstDetail:
    "You are the first coordinator. Say who you are; from now on you sign in with links sent to this address.",
  firstName: "Your name",
  firstRef: "Your staff number (optional)",
  firstRefHint: "As in your organisation's lists, so that a later import of people finds you.",
  first: "Begin",
  firstBusy: "Setting up…",
  signedOutTitle: "You have signed out",
  signedOutDetail: "Close this window if others use this computer.",
  signInAgain: "Sign in again",
} as const;
