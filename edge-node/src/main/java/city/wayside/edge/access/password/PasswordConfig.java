package city.wayside.edge.access.password;

import city.wayside.model.config.Setting;

/// How passwords are checked.
///
/// @param enabled whether a user name and a password let a client in
/// @param iterations what a failing login costs at least, as rounds of PBKDF2-HMAC-SHA512
/// @param rememberMs how long a password that was right is known again without hashing it
/// @param rememberedMax how many such passwords are known at a time
public record PasswordConfig(
    @Setting(
            value = "Whether a registered user name and its password let a client in.",
            otherwise = "true")
        boolean enabled,
    @Setting(
            value =
                "Rounds of PBKDF2-HMAC-SHA512 that a failing login costs at least; the same as new"
                    + " passwords are hashed with.",
            otherwise = "220000",
            min = 1000,
            max = 10_000_000)
        int iterations,
    @Setting(
            value =
                "A password that was right is known again for this many milliseconds without"
                    + " hashing it; 0 to hash it every time.",
            otherwise = "3600000",
            min = 0,
            max = 604_800_000)
        long rememberMs,
    @Setting(
            value = "Passwords that are known again at a time.",
            otherwise = "100000",
            min = 1,
            max = 10_000_000)
        int rememberedMax) {

  /// The documented defaults.
  public static PasswordConfig defaults() {
    return new PasswordConfig(true, Pbkdf2.ITERATIONS, 3_600_000, 100_000);
  }
}
