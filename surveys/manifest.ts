/** The manifest of a wave: the public facts, the same for everybody, that a rater's browser relies on. */
import type { DisclosurePolicy } from "./disclosure-policy.ts";

/** How many were invited to rate this subject in this group. */
export interface ManifestGroup {
  readonly subject: string;
  readonly group: string;
  readonly invited: number;
}

export interface Manifest {
  readonly protocol: 1;
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
