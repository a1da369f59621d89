/** What was seen of sign-up proofing and step-up: the user pool's API, its Lambda triggers, the proofing API behind them. */
export interface StepUpRecord {
  /** Origin of the proofing API as the handlers were told it. */
  readonly proofingApi: string;
}
