package city.wayside.edge.access;

import city.wayside.edge.access.bounded.WorkConfig;
import city.wayside.edge.access.password.PasswordConfig;
import city.wayside.edge.access.token.TokenConfig;
import city.wayside.model.config.Setting;
import org.jspecify.annotations.Nullable;

/// Who may connect.
///
/// @param mode who is let in
/// @param certificates whether a client certificate lets a client in
/// @param clientIds which client ids a client that is not let in openly may use
/// @param vehicleRatePerS messages a second of a vehicle whose record names no rate
/// @param rsuRatePerS messages a second of a roadside unit whose record names no rate
/// @param password how passwords are checked
/// @param token whose tokens let a client in; absent when no token does
/// @param lookup how the registry is asked
/// @param work how much is hashed and verified at a time
/// @param failures how many logins may fail
public record AccessConfig(
    @Setting(
            value =
                "Who may connect: `open` is everybody; `registered` are the clients of the registry"
                    + " and those with a token.",
            otherwise = "OPEN")
        AccessMode mode,
    @Setting(
            value =
                "Whether a client certificate whose subject or alternative name is registered lets"
                    + " a client in.",
            otherwise = "true")
        boolean certificates,
    @Setting(
            value =
                "Client ids that a client may use when not everybody may connect: `any`, its"
                    + " `name`, or `name-and-suffix`, which is its name, or its name followed by"
                    + " - or / and anything.",
            otherwise = "NAME_AND_SUFFIX")
        ClientIds clientIds,
    @Setting(
            value = "Messages per second of a vehicle, unless the registry says otherwise.",
            otherwise = "50",
            min = 0.01,
            max = 1_000_000)
        double vehicleRatePerS,
    @Setting(
            value = "Messages per second of a roadside unit, unless the registry says otherwise.",
            otherwise = "2000",
            min = 0.01,
            max = 1_000_000)
        double rsuRatePerS,
    @Setting("User names and passwords.") PasswordConfig password,
    @Setting("Tokens (JWT) of an issuer outside.") @Nullable TokenConfig token,
    @Setting("How the registry of clients is asked.") LookupConfig lookup,
    @Setting("How many passwords and tokens are checked at a time.") WorkConfig work,
    @Setting("How many logins of one address may fail.") FailuresConfig failures) {

  /// The documented defaults.
  public static AccessConfig defaults() {
    return new AccessConfig(
        AccessMode.OPEN,
        true,
        ClientIds.NAME_AND_SUFFIX,
        50,
        2_000,
        PasswordConfig.defaults(),
        null,
        LookupConfig.defaults(),
        WorkConfig.defaults(),
        FailuresConfig.defaults());
  }
}
