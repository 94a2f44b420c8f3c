package city.wayside.model.signal;

/// Which intersection (IntersectionReferenceID).
///
/// @param regionId the road authority, 0 to 65,535; 0 when none was given
/// @param intersectionId its number there, 0 to 65,535; below 256 for tests
public record IntersectionKey(int regionId, int intersectionId) {}
