/// The clients file: where a registry outlasts its grid. Lines flow in and become the registry's
/// clients, and whenever the file changes they do so again; commands write it. May block.
@NullMarked
package city.wayside.town.clients;

import org.jspecify.annotations.NullMarked;
