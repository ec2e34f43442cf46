/** The instruments that are shipped, by name. */
import coachingEvaluation from "./library/coaching-evaluation.json" with { type: "json" };
import coachingGoals from "./library/coaching-goals.json" with { type: "json" };
import developmentRequest from "./library/development-request.json" with { type: "json" };
import eventFeedback from "./library/event-feedback.json" with { type: "json" };
import leadership360 from "./library/leadership-360.json" with { type: "json" };
import learningSetReview from "./library/learning-set-review.json" with { type: "json" };
import managerConfidence from "./library/manager-confidence.json" with { type: "json" };
import menteeRequest from "./library/mentee-request.json" with { type: "json" };
import mentorOffer from "./library/mentor-offer.json" with { type: "json" };
import mentoringCheckIn from "./library/mentoring-check-in.json" with { type: "json" };
import mentoringReview from "./library/mentoring-review.json" with { type: "json" };
import observation from "./library/observation.json" with { type: "json" };
import programmeReadiness from "./library/programme-readiness.json" with { type: "json" };
import staffConfidence from "./library/staff-confidence.json" with { type: "json" };

/** The files' contents, in the order in which they are offered. */
export const SHIPPED_INSTRUMENTS: readonly unknown[] = [
  leadership360,
  staffConfidence,
  managerConfidence,
  programmeReadiness,
  eventFeedback,
  learningSetReview,
  coachingEvaluation,
  coachingGoals,
  observation,
  developmentRequest,
  menteeRequest,
  mentorOffer,
  mentoringCheckIn,
  mentoringReview,
];
