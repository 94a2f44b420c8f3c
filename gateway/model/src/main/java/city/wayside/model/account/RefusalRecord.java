package city.wayside.model.account;

import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// One message that was turned away.
///
/// @param atMs when, milliseconds since 1970
/// @param clientId whose it was
/// @param edgeId the edge node that refused it
/// @param kind what it was, by its topic or path; absent when that does not say
/// @param refused the code and the reason
public record RefusalRecord(
    long atMs, String clientId, String edgeId, @Nullable MessageKind kind, Refused refused) {}
