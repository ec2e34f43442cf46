/** The manifest of a wave: the public facts, the same for everybody, that a rater's browser relies on. */
import type { DisclosurePolicy } from "./disclosure-policy.ts";

/** How many were invited to rate this subject in this group. */
export interface ManifestGroup {
  readonly subject: string;
  readonly group: string;
  readonly invited: number;
}

interface ManifestFacts {
  readonly wave: string;
  /** Public key of the ticket issuer (RFC 9497 POPRF, ristretto255), 32 bytes, base64url. */
  readonly ticketKey: string;
  /** Public key answers are sealed to (HPKE, X25519), 32 bytes, base64url. */
  readonly sealKey: string;
  /** SHA-256 of the definition's canonical text, base64url. */
  readonly formHash: string;
  /** Every box of the wave has this many bytes before encryption. */
  readonly boxBytes: number;
  readonly policy: DisclosurePolicy;
  /**
   * Hashed with each element of the personal code; of the programme, so that its waves can be linked, and 16 bytes,
   * base64url. Absent where the definition asks for no code, and where the answers are destroyed before a later wave:
   * then the form leaves the code out.
   */
  readonly linkingSalt?: string;
  /** Sorted by subject, then group. A staff survey has one subject "" and one group "". */
  readonly groups: readonly ManifestGroup[];
}

/** Waves opened before there was a second version run to their end under the first. */
export interface FirstManifest extends ManifestFacts {
  readonly protocol: 1;
}

export interface SecondManifest extends ManifestFacts {
  readonly protocol: 2;
  /**
   * Commitment to who was asked about whom, SHA-256, base64url. Salts that never leave the identity store keep names
   * from being tried out.
   */
  readonly lineUp: string;
  /** SHA-256 of the sealed plan by which the results will be evaluated, base64url; absent without one. */
  readonly evaluationPlan?: string;
}

export type Manifest = FirstManifest | SecondManifest;

/**
 * A change of the line-up while the wave is open: numbers and a new commitment, and never keys, rules, questions,
 * subjects or groups, by which a server could single somebody out.
 */
export interface ManifestAmendment {
  /** 1, 2 and so on. */
  readonly amendment: number;
  /** SHA-256 of the canonical text of what it follows: the manifest as opened, or the amendment before; base64url. */
  readonly previous: string;
  /** How many are invited now, in the order of the manifest's groups. */
  readonly invited: readonly number[];
  /** As in the manifest, of the new line-up. */
  readonly lineUp: string;
}
