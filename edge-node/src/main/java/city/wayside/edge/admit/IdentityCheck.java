package city.wayside.edge.admit;

import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// May this client speak for this station?
record IdentityCheck(Identity identity) implements ReportCheck {

  @Override
  public @Nullable Refused check(String speaker, Report report, long nowMs) {
    return switch (identity) {
      case OPEN -> null;
      case CLIENT_IS_STATION ->
          isDecimal(report.stationId(), speaker)
              ? null
              : new Refused(
                  Refusal.NOT_AUTHORIZED,
                  "station is "
                      + report.stationId()
                      + ", must be the client's own, whose name is its station id in decimal");
    };
  }

  /// Compares without writing the number out; a number has one decimal form, without leading zeros.
  private static boolean isDecimal(long number, String text) {
    int at = text.length();
    long left = number;
    do {
      if (at == 0 || text.charAt(--at) != '0' + (int) (left % 10)) {
        return false;
      }
      left /= 10;
    } while (left > 0);
    return at == 0;
  }
}
