package city.wayside.town.cli;

import city.wayside.kit.fleet.PayloadFormat;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Formats of reports on the command line, by their names.
final class Formats implements ITypeConverter<PayloadFormat> {

  @Override
  public PayloadFormat convert(String text) {
    return PayloadFormat.ofWord(text)
        .orElseThrow(
            () -> new TypeConversionException("\"" + text + "\"; allowed are " + allowed()));
  }

  private static String allowed() {
    return Arrays.stream(PayloadFormat.values())
        .map(PayloadFormat::word)
        .collect(Collectors.joining(", "));
  }
}
