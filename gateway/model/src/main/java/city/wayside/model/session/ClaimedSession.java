package city.wayside.model.session;

import org.jspecify.annotations.Nullable;

/// The answer to a claim: the session is the edge node's from now on.
///
/// @param epoch the number of this connection, to be given with every save
/// @param previous the session as it was before the claim, whether or not it is of use; absent when
///   there was none, or it had expired
public record ClaimedSession(long epoch, @Nullable SessionState previous) {}
