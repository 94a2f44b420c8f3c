package city.wayside.messages.translation;

import city.wayside.messages.etsi.ivim.SignCodes;
import city.wayside.messages.etsi.ivim.Signs;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.model.event.Sign;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sign of an IVIM (ISO 19321 RSCode) and back. Of a sign's attributes only the highest speed is
/// taken.
final class IvimSign {

  private static final String ISO = "code.iso14823.";
  private static final String SERVICE = ISO + "pictogramCode.serviceCategoryCode.";
  private static final Path TRAFFIC = path(SERVICE + "trafficSignPictogram");
  private static final Path PUBLIC = path(SERVICE + "publicFacilitiesPictogram");
  private static final Path CONDITION = path(SERVICE + "ambientOrRoadConditionPictogram");
  private static final Path NATURE = path(ISO + "pictogramCode.pictogramCategoryCode.nature");
  private static final Path SERIAL = path(ISO + "pictogramCode.pictogramCategoryCode.serialNumber");
  private static final Path ATTRIBUTES = path(ISO + "attributes");
  private static final Path SPEED = Path.of(SignCodes.ISO14823_ATTRIBUTE, "spe.speedLimitMax");
  private static final Path SPEED_UNIT = Path.of(SignCodes.ISO14823_ATTRIBUTE, "spe.unit");

  private static final int SPEEDS = SignCodes.ISO14823_ATTRIBUTE.position("spe");

  private static final String VIENNA = "code.viennaConvention.";
  private static final Path VIENNA_CLASS = path(VIENNA + "roadSignClass");
  private static final Path VIENNA_CODE = path(VIENNA + "roadSignCode");
  private static final Path VIENNA_OPTION = path(VIENNA + "vcOption");
  private static final Path VIENNA_VALUE = path(VIENNA + "value");
  private static final Path VIENNA_UNIT = path(VIENNA + "unit");

  private static final String CATALOGUE = "code.anyCatalogue.";
  private static final Path OWNER_COUNTRY = path(CATALOGUE + "owner.countryCode");
  private static final Path OWNER = path(CATALOGUE + "owner.providerIdentifier");
  private static final Path VERSION = path(CATALOGUE + "version");
  private static final Path PICTOGRAM = path(CATALOGUE + "pictogramCode");
  private static final Path VALUE = path(CATALOGUE + "value");
  private static final Path UNIT = path(CATALOGUE + "unit");

  private static final Path ITIS = path("code.itisCodes");

  /// Service category codes of ISO 14823: the first of each group of pictograms.
  private static final int DANGER_WARNING = 11;

  private static final int PUBLIC_FACILITIES = 21;
  private static final int AMBIENT_CONDITION = 31;
  private static final int TRAFFIC_COUNT = 3;
  private static final int CONDITION_COUNT = 2;

  private static final Pattern ISO_CODE =
      Pattern.compile("(11|12|13|21|31|32)-([1-9])-([0-9]{1,2})");
  private static final Pattern VIENNA_TEXT = Pattern.compile("([A-H])([1-9][0-9]?)([a-g]?)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
  private static final int VIENNA_CODE_MAX = 64;
  private static final int NUMBER_MAX = 65_535;

  private static final int KILOMETRES_PER_HOUR = 0;
  private static final int MILES_PER_HOUR = 1;
  private static final double KMPH_PER_MPS = 3.6;
  private static final double MPS_PER_MPH = 0.44704;
  private static final int SPEED_MAX = 250;

  private IvimSign() {}

  private static Path path(String names) {
    return Path.of(Signs.RS_CODE, names);
  }

  /// The sign of an RSCode; nothing for codes that this version of the standard does not have, and
  /// for supplementary panels.
  static @Nullable Sign read(Values code) {
    if (code.has(VIENNA_CODE)) {
      long option = code.cell(VIENNA_OPTION);
      String text =
          String.valueOf((char) ('A' + code.cell(VIENNA_CLASS)))
              + code.cell(VIENNA_CODE)
              + (option == 0 ? "" : String.valueOf((char) ('a' + option - 1)));
      return new Sign(
          Sign.Catalogue.VIENNA, text, speedMps(code.cell(VIENNA_VALUE), code.cell(VIENNA_UNIT)));
    }
    if (code.has(PICTOGRAM)) {
      return new Sign(
          Sign.Catalogue.NATIONAL,
          Long.toString(code.cell(PICTOGRAM)),
          speedMps(code.cell(VALUE), code.cell(UNIT)));
    }
    if (code.has(ITIS)) {
      return new Sign(Sign.Catalogue.ITIS, Long.toString(code.cell(ITIS)));
    }
    int category = category(code);
    return category == 0
        ? null
        : new Sign(
            Sign.Catalogue.ISO_14823,
            category + "-" + code.cell(NATURE) + "-" + code.cell(SERIAL),
            attributeMps(code));
  }

  /// The service category code, 0 for one that is not known.
  private static int category(Values code) {
    long traffic = code.cell(TRAFFIC);
    long condition = code.cell(CONDITION);
    if (traffic != Tape.ABSENT && traffic < TRAFFIC_COUNT) {
      return DANGER_WARNING + (int) traffic;
    }
    if (condition != Tape.ABSENT && condition < CONDITION_COUNT) {
      return AMBIENT_CONDITION + (int) condition;
    }
    return code.cell(PUBLIC) == 0 ? PUBLIC_FACILITIES : 0;
  }

  private static double attributeMps(Values code) {
    for (int i = 0; i < code.count(ATTRIBUTES); i++) {
      Values attribute = code.element(ATTRIBUTES, i);
      if (attribute.has(SPEED)) {
        return speedMps(attribute.cell(SPEED), attribute.cell(SPEED_UNIT));
      }
    }
    return Double.NaN;
  }

  private static double speedMps(long value, long unit) {
    if (value == Tape.ABSENT || (unit != KILOMETRES_PER_HOUR && unit != MILES_PER_HOUR)) {
      return Double.NaN;
    }
    return unit == KILOMETRES_PER_HOUR ? value / KMPH_PER_MPS : value * MPS_PER_MPH;
  }

  /// The RSCode of a sign; [Tape#ABSENT] for text, and for what is no code of its catalogue.
  ///
  /// @param provider of the event, who stands as the owner of national codes: country code and
  ///   identifier
  static long write(Draft draft, Sign sign, long provider) throws Malformed {
    return switch (sign.catalogue()) {
      case ISO_14823 -> writeIso(draft, sign);
      case VIENNA -> writeVienna(draft, sign);
      case NATIONAL -> writeNational(draft, sign, provider);
      case ITIS -> writeItis(draft, sign);
      case TEXT -> Tape.ABSENT;
    };
  }

  private static long writeItis(Draft draft, Sign sign) throws Malformed {
    int number = numberOf(sign.code());
    if (number < 0) {
      return Tape.ABSENT;
    }
    long cell = draft.sequence(Signs.RS_CODE);
    draft.put(cell, ITIS, number);
    return cell;
  }

  private static int numberOf(String code) {
    if (!NUMBER.matcher(code).matches()) {
      return -1;
    }
    int number = Integer.parseInt(code);
    return number <= NUMBER_MAX ? number : -1;
  }

  private static long writeIso(Draft draft, Sign sign) throws Malformed {
    Matcher parts = ISO_CODE.matcher(sign.code());
    if (!parts.matches()) {
      return Tape.ABSENT;
    }
    long cell = draft.sequence(Signs.RS_CODE);
    int category = Integer.parseInt(parts.group(1));
    switch (category) {
      case PUBLIC_FACILITIES -> draft.put(cell, PUBLIC, 0);
      case AMBIENT_CONDITION, AMBIENT_CONDITION + 1 ->
          draft.put(cell, CONDITION, category - AMBIENT_CONDITION);
      default -> draft.put(cell, TRAFFIC, category - DANGER_WARNING);
    }
    draft
        .put(cell, NATURE, Integer.parseInt(parts.group(2)))
        .put(cell, SERIAL, Integer.parseInt(parts.group(3)));
    long unit = unitOf(sign.speedLimitMps());
    long value = valueOf(sign.speedLimitMps(), unit);
    if (value >= 0 && value <= SPEED_MAX) {
      long attribute =
          draft.chosen(SPEEDS, draft.sequence(SignCodes.INTERNATIONAL_SIGN_SPEED_LIMITS));
      draft.put(attribute, SPEED, value).put(attribute, SPEED_UNIT, unit);
      draft.put(cell, ATTRIBUTES, draft.list(attribute));
    }
    return cell;
  }

  private static long writeVienna(Draft draft, Sign sign) throws Malformed {
    Matcher parts = VIENNA_TEXT.matcher(sign.code());
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > VIENNA_CODE_MAX) {
      return Tape.ABSENT;
    }
    String option = parts.group(3);
    long cell = draft.sequence(Signs.RS_CODE);
    draft
        .put(cell, VIENNA_CLASS, parts.group(1).charAt(0) - 'A')
        .put(cell, VIENNA_CODE, Integer.parseInt(parts.group(2)))
        .put(cell, VIENNA_OPTION, option.isEmpty() ? 0 : 1 + option.charAt(0) - 'a');
    putSpeed(draft, cell, sign, VIENNA_VALUE, VIENNA_UNIT);
    return cell;
  }

  private static long writeNational(Draft draft, Sign sign, long provider) throws Malformed {
    int number = numberOf(sign.code());
    if (number < 0) {
      return Tape.ABSENT;
    }
    long cell = draft.sequence(Signs.RS_CODE);
    draft
        .put(cell, OWNER_COUNTRY, IvimProvider.countryCode(draft, provider))
        .put(cell, OWNER, IvimProvider.identifier(provider))
        .put(cell, VERSION, 0)
        .put(cell, PICTOGRAM, number);
    putSpeed(draft, cell, sign, VALUE, UNIT);
    return cell;
  }

  private static void putSpeed(Draft draft, long cell, Sign sign, Path value, Path unit)
      throws Malformed {
    long speedUnit = unitOf(sign.speedLimitMps());
    long speed = valueOf(sign.speedLimitMps(), speedUnit);
    if (speed >= 0 && speed <= NUMBER_MAX) {
      draft.put(cell, value, speed).put(cell, unit, speedUnit);
    }
  }

  /// Miles per hour where the speed is a whole number of these and not of kilometres per hour.
  private static long unitOf(double speedMps) {
    return isWhole(speedMps / MPS_PER_MPH) && !isWhole(speedMps * KMPH_PER_MPS)
        ? MILES_PER_HOUR
        : KILOMETRES_PER_HOUR;
  }

  private static boolean isWhole(double number) {
    return Math.abs(number - Math.rint(number)) < 1e-6;
  }

  /// The nearest whole number; -1 for none.
  private static long valueOf(double speedMps, long unit) {
    if (!(speedMps >= 0)) {
      return -1;
    }
    return Math.round(
        unit == KILOMETRES_PER_HOUR ? speedMps * KMPH_PER_MPS : speedMps / MPS_PER_MPH);
  }
}
