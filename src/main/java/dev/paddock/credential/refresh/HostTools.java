package dev.paddock.credential.refresh;

import dev.paddock.base.Commands;
import dev.paddock.base.RawCommands;
import java.time.Clock;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/**
 * What the renewal of logins needs of this machine.
 *
 * @param commands runs providers' programs
 * @param rawCommands runs macOS' {@code security}
 * @param client talks to token endpoints, see {@link TokenClient}; made when first needed
 * @param clock says what has ended
 */
public record HostTools(
    Commands commands, RawCommands rawCommands, Supplier<OkHttpClient> client, Clock clock) {}
