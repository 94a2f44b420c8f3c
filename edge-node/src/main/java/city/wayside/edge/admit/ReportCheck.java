package city.wayside.edge.admit;

import city.wayside.model.client.Grant;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// One question about a report alone. Stateless.
@FunctionalInterface
interface ReportCheck {

  /// Why the report is refused; nothing when it is not.
  ///
  /// @param grant what its client may do
  /// @param nowMs the moment of receipt
  @Nullable Refused check(Grant grant, Report report, long nowMs);
}
