# O que o Hushreel diz numa conversa, em português do Brasil (você).
# Sentences may use SIZE($bytes) and DURATION($milliseconds). Words of people come in as values, never as marks.

## Values

pattern-moment = EEE, d 'de' MMM 'de' y, HH:mm
video-titled = “{ $title }” (#{ $number })
video-untitled = Sem título (#{ $number })

## The demo

## The demo's pages: what the browser says by itself

page-title = Demonstração do Hushreel
page-door-about = Faça um vídeo e veja com os próprios olhos quem mais consegue encontrá-lo. Aqui você pode ser três pessoas; abra as três lado a lado, cada uma na sua aba.
page-door-owner = Faça um vídeo, pergunte quem pode ver, publique, retire, exclua.
page-door-member = Tente encontrar o que você fez. Boa sorte. O que foi publicado fica na vitrine.
page-door-moderator = Também não encontra nenhum vídeo privado, e decide o que é publicado.
page-door-note = Esta página funciona só nesta máquina, e só pelo endereço que apareceu ao iniciar.
page-people = Pessoas que você pode ser
page-conversation = Conversa
page-drop = Solte seus arquivos para fazer um vídeo com eles
page-commands = Comandos
page-files = Arquivos a enviar
page-add = Adicionar imagens, um som ou um clipe
page-ask = Pergunte, anexe ou digite /
page-message = Mensagem
page-send = Enviar
page-send-command = Enviar /{ $command }
page-close = Fechar
page-optional = { $option } (opcional)
page-choose = Escolher um arquivo
page-choose-files = Escolher arquivos
page-choose-for = Escolher um arquivo para { $option }
page-sending = Enviando { $file }
page-waiting = A conexão caiu. O envio continua sozinho assim que ela voltar.
page-unreadable = { $file } não pode mais ser lido. Nada foi enviado: escolha de novo.
page-record = Gravar uma mensagem de voz
page-record-end = Terminar a mensagem de voz
page-record-refused = O navegador não me deixou usar o microfone. Permita para esta página ou adicione um arquivo.
page-voice-note = Mensagem de voz
page-pasted = um arquivo colado
page-remove = Remover { $file }
page-source = Fonte { $number }
page-sources = Fontes ({ $count })
page-version = , versão { $version }, { $certainty }
page-once-title = Um vídeo, uma única vez
page-once-lead = Atrás deste botão há um vídeo privado. Ele abre uma vez; depois disso, este link não abre mais nada.
page-once-opening = Abrindo.
page-once-opened = Este link já foi usado. Quando você fechar esta página, o vídeo some dela.
page-once-gone = Este link não abre mais nada: já foi usado, é antigo demais ou o vídeo não existe mais. Peça o vídeo no chat para receber outro.
page-once-many = Da sua rede vieram links demais que não abrem nada. Espere dez minutos e tente o seu de novo: ele não foi gasto.
page-once-broken = Foi interrompido, e o link já foi usado. Peça o vídeo no chat para receber outro.
page-once-video = Seu vídeo
page-papers = Documentos
page-history = Todas as versões dos nossos documentos
page-versions = Versões
page-languages = Idiomas
page-clause-unnumbered = sem número
page-clause-version = Versão { $version }
page-clause-dated = Versão { $version }, { $date }
page-clause-source = { $certainty }, de { $source }
page-clause-noted = anotado em { $date }
page-clause-proofs = { $count ->
    [one] provado por 1 teste
   *[other] provado por { $count } testes
  }
page-gone = O Hushreel não responde mais a esta página. Se ele foi iniciado de novo, abra o endereço que ele mostrou.
page-broken = Algo quebrou aqui e nada foi guardado. Tente de novo; o registro desta máquina diz mais.

demo-owner = Você
demo-member = Outro membro
demo-moderator = Um moderador
demo-welcome-owner = Oi. Me dê fotos, uma voz, um clipe ou algumas palavras, e eu faço um vídeo curto aqui nesta máquina. Nenhum outro membro consegue abri-lo. Digite / para ver o que eu sei fazer.
demo-welcome-member = Agora você é outro membro do mesmo lugar. Tente encontrar os vídeos da primeira pessoa: a resposta é a mesma que para um vídeo que não existe.
demo-welcome-moderator = Agora você é moderador do mesmo lugar. Os vídeos privados também estão fechados para você: tente encontrar um. O que alguém pede para publicar, você decide aqui ou na mesa de revisão.
hint-create = /create prompt: um mar calmo ao pôr do sol
hint-picture = + Adicione uma foto sua
hint-private = meu vídeo é privado?
hint-find = /videos #1
hint-policy = O Kling treina com as minhas fotos?

## Commands and their options

command-create = Faça um vídeo com palavras, imagens, um som ou um clipe
option-create-prompt = O que mostrar, ou como a câmera se move sobre a sua imagem
option-create-image = Uma imagem sua: JPEG, PNG, WebP, HEIC, AVIF ou GIF
option-create-end_image = Uma segunda imagem, com a qual o vídeo termina
option-create-audio = Uma voz ou uma música; o vídeo dura o mesmo e se move com ela
option-create-video = Um clipe seu, para cortar, estabilizar, desacelerar ou redesenhar
option-create-shape = Horizontal, vertical ou quadrado (se não escolher, o mais parecido com o que você dá)
option-create-seconds = Duração, de 1 a 60 segundos (5, ou a do seu som ou clipe)
option-create-more = Escolha o resto antes de fazer: efeito, parte, texto sobre a imagem
command-videos = Seus vídeos, ou um deles
option-videos-video = #1, palavras do título ou “último”
command-privacy = Quem vê, quem usa, onde há cópias, até quando e o que não dá para desfazer
option-privacy-video = #1, palavras do título ou “último”; sem isso, tudo o que você tem aqui
command-ask = Pergunte o que dizem os documentos
option-ask-question = Sua pergunta, com suas palavras
command-enddate = Escolha quando um vídeo é apagado
option-enddate-video = #1, palavras do título ou “último”
option-enddate-until = Uma data como 2026-12-24 ou 24/12/2026, ou um prazo como 3 dias ou 12h
command-delete = Apague um vídeo de vez
option-delete-video = #1, palavras do título ou “último”
command-settings = Seu fuso horário e seu idioma, como os vídeos chegam e por quanto tempo são guardados
option-settings-time_zone = Onde está o seu relógio, por exemplo America/Sao_Paulo ou Europe/Lisbon
option-settings-language = O idioma em que eu falo com você
option-settings-delivery = Como um vídeo chega até você: no chat, ou por um link que abre uma única vez
command-setup = Como trabalho neste servidor ou grupo: lugares, moderadores, spoilers, imagens (para admins)
command-connect = Junte suas contas de duas plataformas: receba um código ou digite o do outro lado
option-connect-code = O código que eu dei a você no outro lado; sem ele, você recebe um aqui
command-unlink = Separe suas contas conectadas: cada lado recebe de volta os próprios vídeos
command-help = O que eu sei fazer e como começar
command-about = Quem opera isto, qual é a versão e quais são os termos

## Privacy and questions

button-private = É privado?
button-other-video = { $video }
privacy-of = Sobre **{ $video }**:
privacy-as-well = Outro vídeo é privado?
privacy-one-of-them = Pergunte sobre um deles:
privacy-nearest = O mais próximo que os textos dizem:
privacy-reworded = Reformulado pelo modelo de linguagem em { $host }. Ele viu esta pergunta e não decide nada.
privacy-shown-to-model = O modelo de linguagem em { $host } viu esta pergunta. Estas são as minhas próprias palavras.
privacy-whole-policy = Ler a política inteira

## create

card-draft = **{ $video }** é um rascunho. Nada foi feito ainda, e nenhum outro membro consegue abri-lo.
draft-who = A imagem é de outra pessoa. **Quem aparece nela?** Guardo sua resposta com o vídeo e só depois começo.
portrayed-self = Só eu
portrayed-agreed = Outras pessoas, que concordaram
portrayed-nobody = Nenhuma pessoa real
plan-given = Você deu
given-list = { $what }
given-words = palavras
given-picture = { $count ->
    [one] 1 imagem
   *[other] { $count } imagens
  }
given-sound = { $count ->
    [one] 1 som
   *[other] { $count } sons
  }
given-clip = { $count ->
    [one] 1 clipe
   *[other] { $count } clipes
  }
plan-shape = Formato
shape-wide = horizontal, 16:9
shape-tall = vertical, 9:16
shape-square = quadrado, 1:1
plan-length = Duração
plan-seconds = { $seconds } s
plan-start = Começa
plan-start-at = no segundo { $seconds } do que você deu
plan-effect = Efeito
effect-none = nenhum
effect-stabilise = estabilizado
effect-slow = câmera lenta
effect-extend = alongado
effect-cartoon = como um desenho animado
effect-pencil = como um desenho a lápis
effect-paint = como uma pintura
plan-prompt = Palavras
plan-continues = A partir de outro vídeo
continues-words = continua com o que as palavras dizem
continues-speech = os lábios dizem: { $words }
continues-sound = os lábios se movem com o som que você deu
plan-text = Texto sobre a imagem
draft-form = O que você quer mudar em { $video }?
draft-prompt = O que mostrar, ou como a câmera se move
draft-text = Texto sobre a imagem; nenhum se você deixar vazio
draft-part = Duração em segundos (8), ou uma parte do seu som ou clipe (12-20)
draft-shape = Formato
draft-effect = Efeito
button-start = Fazer
button-change = Mudar
button-rework = Mudar e fazer de novo
button-extend = Alongar
button-go-on = Continuar no { $route }
card-first-minute = O que você deu dura { DURATION($given) }. Eu fico com o primeiro minuto e esqueço o resto: se quiser outra parte, corte antes de enviar.
card-making = **{ $video }, { $seconds } s**: recebi. Nenhum outro membro consegue abri-lo.
progress-next = É o próximo da fila.
progress-place = { $place ->
    [one] Há 1 vídeo na frente.
   *[other] Há { $place } vídeos na frente.
  }
progress-begin = Começando.
progress-share = Desenhando: { $percent } % pronto.
progress-end = Juntando imagem e som.
card-ready = **{ $video }, { $seconds } s** está pronto. { $who }
card-alt = O vídeo { $video }
once-lead = Abre uma vez, só para você, dentro de { DURATION($hours_ms) }. Este chat não recebe nenhuma cópia. Peça de novo para ter outro link.
once-lead-anybody = Abre uma vez, dentro de { DURATION($hours_ms) }, para quem abrir primeiro: não repasse. Este chat não recebe nenhuma cópia do vídeo. Peça de novo para ter outro link.
once-none = Aqui não há links, porque quem me administra não configurou um endereço web. Com { $settings } você escolhe que os vídeos cheguem no chat.
button-open-once = Abrir uma vez
card-ends = Será apagado aqui
card-left-out = Não aparece: { $cannot }. O movimento integrado não consegue desenhar isso.
card-unchanged = O movimento integrado move a câmera. Na imagem em si nada muda: { $cannot } fica de fora.
card-cancelled = { $video } foi interrompido. O que você enviou continua privado.
card-failed = Não deu para fazer { $video }. { $why } O que você enviou continua privado.
failure-disk_full = Não havia mais espaço nesta máquina. Avise quem a opera.
failure-marking_failed = Não consegui marcar este vídeo como feito por uma máquina, então ele não é entregue. Repetir costuma ajudar.
failure-worker_limit = Precisou de mais tempo ou memória do que eu permito por vídeo. Menos segundos ou uma imagem menor ajudam.
failure-picture_unreadable = Não consegui ler uma das suas imagens. Salve como JPEG ou PNG e envie de novo.
failure-sound_unreadable = Não consegui ler o seu som. Salve como MP3, M4A ou WAV e envie de novo.
failure-clip_unreadable = Não consegui ler o seu clipe. Salve como um MP4 comum e envie de novo.
failure-start_past_end = O que você deu termina antes do momento em que o vídeo deve começar. Escolha um anterior.
failure-text_cannot_be_drawn = O texto sobre a imagem tem letras que eu não sei desenhar. Mude o texto.
failure-content_declined = A verificação de segurança do gerador recusou suas palavras ou o que você deu. Diga de outro jeito ou use outra imagem.
failure-rules_declined = As regras do próprio gerador proíbem isso. Peça outra coisa ou escolha outro jeito de fazer.
failure-request_declined = O gerador não conseguiu usar o que foi pedido. Outras palavras, outra duração ou outro formato podem ajudar.
failure-input_declined = O gerador não conseguiu usar a imagem, o som ou o vídeo que você deu. Tente outro.
failure-source_gone = O gerador já não tem esse vídeo, por isso não pode continuá-lo. Nada foi começado nem cobrado. Mude-o e faça-o de novo.
failure-model_missing = O gerador não tem o modelo configurado aqui. Avise quem me administra; enquanto isso, o movimento integrado funciona.
failure-account_unpaid = Quem me administra não tem mais crédito com esse gerador. Avise; enquanto isso, o movimento integrado funciona.
failure-access_refused = O gerador não deixa este serviço entrar. Avise quem me administra; enquanto isso, o movimento integrado funciona.
failure-generator_failed = O gerador falhou, do lado dele. Tentar de novo costuma ajudar.
failure-generator_unready = O gerador de quem me administra não está preparado para isto: falta uma parte, ou ele enviaria coisas para fora. Avise; enquanto isso, o movimento integrado funciona.
failure-machine_too_small = A máquina que faz isso não tinha memória suficiente. Menos segundos ou outro formato podem ajudar.
failure-generator_stopped = Alguém parou isso na máquina que estava fazendo. Você pode pedir de novo.
failure-generator_unreachable = Não foi possível alcançar o gerador, ou ele esteve ocupado o tempo todo. Tente mais tarde.
failure-took_too_long = O gerador demorou mais do que eu espero por um vídeo. Pode ter sido cobrado. Menos segundos, ou outra hora, podem ajudar.
failure-submit_lost = Perdi de vista: ninguém sabe se o gerador começou, e pode ter sido cobrado. Não envio de novo por conta própria. Você pode.
failure-result_gone = O gerador fez e não tem mais. Pode ter sido cobrado.
failure-result_not_a_video = O que o gerador devolveu não é um vídeo. Pode ter sido cobrado. Avise quem me administra.
failure-result_too_large = O vídeo que o gerador fez é maior do que posso guardar. Pode ter sido cobrado. Menos segundos ajudam.
failure-unexpected = Algo quebrou aqui; quem opera isto pode ver no registro. Repetir costuma resolver.
made-motion-picture = Movimento integrado, neste servidor: um movimento de câmera sobre a sua imagem, sem IA. Nada foi enviado a um gerador.
made-motion-pictures = Movimento integrado, neste servidor: de uma imagem sua para a próxima, sem IA. Nada foi enviado a um gerador.
made-motion-clip = Movimento integrado, neste servidor: o seu próprio clipe, trabalhado sem IA. Nada foi enviado a um gerador.
made-motion-sound = Movimento integrado, neste servidor: uma cena que se move com o seu som, sem IA. Nada foi enviado a um gerador.
made-motion-words = Movimento integrado, neste servidor: uma cena desenhada a partir das suas palavras, sem IA. Nada foi enviado a um gerador.
seen-private = Nenhum outro membro consegue abri-lo.
seen-selected = As pessoas que você escolheu podem abri-lo.
seen-community = Sua comunidade pode abri-lo.
seen-public = Qualquer pessoa pode abri-lo.
button-agree = Concordo
button-cancel = Cancelar
button-again = Repetir
button-more = Mais
button-back = Voltar
button-abstract = Fazer uma cena abstrata
scene-abstract = uma cena abstrata
scene-sea = o mar
scene-lake = um lago
scene-forest = uma floresta
scene-mountains = montanhas
scene-city = uma cidade
scene-space = o espaço
scene-rain = chuva numa janela
scene-desert = um deserto
scene-snow = neve
scene-sky = um céu
scene-fire = um fogo
scene-underwater = um mundo submarino
scene-aurora = auroras boreais
scene-field = um campo

## Drafts: adding files

button-files = Adicionar arquivos
draft-full = Já tem todos os arquivos que um vídeo aceita.
files-form = Adicionar arquivos a { $video }
files-fit = O que cabe: { $what }
fits-either = até { $count } imagens, ou um clipe
fits-picture = { $count ->
    [one] 1 imagem
   *[other] até { $count } imagens
  }
fits-sound = um som
files-dont-mix = Isso não combina com o que o rascunho já tem: seriam { $pictures } + { $clips } + { $sounds } (imagens, clipes, sons), e aceito até { $limit } imagens com um som, ou um clipe com um som. O rascunho está como estava.

## library

videos-lead = Seus vídeos, do mais novo ao mais antigo. Escolha um.
videos-none = Você não tem nenhum vídeo aqui. Para fazer um, me envie uma imagem ou digite { $command } com algumas palavras.
videos-entry = { $video }, { $seconds } s, { $state }
state-asked = rascunho
state-queued = na fila
state-making = sendo feito
state-ready = pronto
state-failed = não foi feito
state-cancelled = interrompido
state-unsure = a confirmar
which-video = Mais de um serve. Qual?
button-newer = Mais novos
button-earlier = Anteriores
card-more = O que mais você quer fazer com { $video }?
button-download = Baixar
button-enddate = Data de fim
button-rename = Renomear
rename-form = Outro título para { $video }
rename-title = Título; só você vê. Deixe vazio para usar as primeiras palavras do seu prompt
enddate-form = Quando { $video } deve ser apagado? No máximo { DURATION($most_ms) } depois de feito
enddate-until = Uma data como 2026-12-24 ou 24/12/2026, ou um prazo como 3 dias ou 12h
rename-done = Título mudado. Antes era { $before }.
enddate-lead = { $video } será apagado em { $when }. Escolha outra data:
button-end_1d = 1 dia mais tarde
button-end_7d = 7 dias mais tarde
button-end_max = O mais tarde possível: { $when }
button-another-date = Outra data
press-used = Isso já tinha sido feito. Agora está assim.
press-late = Outra coisa chegou antes. Agora está assim.
press-expired = Esse botão é antigo demais. Aqui está um novo, se ainda houver algo para apertar.

## delete

delete-confirm = Excluir **{ $video }** de vez? Não há lixeira: o vídeo some, com tudo o que você deu para fazê-lo. Os arquivos que você baixou continuam seus.
button-delete = Excluir
button-download-first = Baixar antes
button-erase = Excluir de vez
button-keep = Manter
card-erasing = O vídeo #{ $number } está fechado para todos e está sendo apagado. O comprovante { $receipt } está aberto; o que foi feito de cada coisa chega aqui.
receipt-lead = **Vídeo #{ $number }** excluído, { $when }. Comprovante { $receipt }.
receipt-done = Feito: { $what }.
erased-video = o vídeo
erased-poster = a imagem de capa
erased-preview = a prévia
erased-inputs = as imagens, sons e clipes que você deu
erased-pictures = suas imagens
erased-prompt = suas palavras
erased-title = o título
erased-file_names = os nomes dos arquivos
erased-keys = as chaves com que tudo estava cifrado
erased-history = o histórico
erased-chat_files = nosso arquivo no chat
erased-sent_files = os arquivos que você enviou no chat
receipt-waiting = Aguardando: { $what }.
waiting-chat_files = o arquivo no chat, que será retirado assim que a plataforma deixar
waiting-sent_files = arquivos que você enviou no chat, que serão retirados assim que a plataforma deixar
receipt-recall = Não dá para recolher: { $what }.
recall-saved_by_people = o que alguém salvou
recall-spare_cells_and_snapshots_hold_sealed_bytes_only = bytes cifrados em células de reserva ou em instantâneos do disco, cujas chaves não existem mais
recall-ephemeral_files = o arquivo numa mensagem que só você vê, que não dá para retirar depois de 15 minutos
recall-sent_files = arquivos que você enviou no chat mais de 48 horas antes: você pode apagá-los lá
receipt-signed = Assinado: mostra o que declaramos, não que não exista outra cópia.
button-receipt = Salvar o comprovante

## Settings

settings-lead = É assim que eu falo com você:
settings-zone = Fuso horário
settings-now = Sua hora agora
settings-language = Idioma
language-en = English
language-es = Español
language-pt = Português
language-zh = 中文（简体）
language-ru = Русский
language-automatic = o que a sua plataforma diz
settings-language-automatic = { $language } (o que a sua plataforma diz)
settings-kept = Um vídeo novo é guardado
settings-kept-value = { DURATION($retention) } depois de ficar pronto, e então é apagado. { $command } muda a data de um vídeo, até { DURATION($most) } depois de feito.
settings-spent = Gasto neste mês
settings-spent-value = { $spent } de { $most }, com o que ainda possa ser cobrado. O próximo mês começa em { $renews }.
settings-delivery = Os vídeos chegam como
delivery-file = um vídeo no chat
delivery-link = um link que abre uma única vez
settings-speak = Em que idioma eu falo com você?
settings-deliver = Como você quer receber os vídeos? Com um link, o chat não fica com nenhuma cópia.
settings-tidy = Chat em ordem
chat-tidy-on = sim: depois de 47 horas, os vídeos e os arquivos que você enviou saem deste chat. Fica um cartão com um botão para ver o vídeo de novo.
chat-tidy-off = não: os arquivos ficam neste chat até você apagá-los, ou apagar o vídeo.
settings-protect = Encaminhar e salvar
chat-protect-on = dificultado: minhas mensagens novas não podem ser encaminhadas nem salvas pelo aplicativo. Isso só desestimula: quem olha ainda pode fotografar a tela.
chat-protect-off = possível, como em qualquer chat
button-tidy-off = Deixar os arquivos neste chat
button-tidy-on = Manter este chat em ordem
button-protect-on = Impedir encaminhar e salvar
button-protect-off = Permitir encaminhar e salvar
settings-change = Mudar o fuso horário
settings-form = Seu fuso horário
settings-form-zone = Lugar, por exemplo America/Sao_Paulo
settings-saved = Salvo. É assim que eu falo com você de agora em diante:
settings-same = Nada a mudar: já está assim.

## Setup: what a community's admins choose

setup-elsewhere = Um servidor ou grupo é configurado onde ele está. Digite { $command } lá, onde eu sou membro e você pode gerenciá-lo.
setup-lead = É assim que eu trabalho aqui. Quem pode gerenciar este servidor ou grupo pode mudar isso.
setup-lead-of = É assim que eu trabalho em **{ $community }**. Os administradores podem mudar isso aqui.
setup-showcase = Lugar da vitrine
setup-review = Lugar de revisão
setup-chosen = escolhido, veja abaixo
setup-none = nenhum escolhido
setup-moderators = Moderadores
setup-moderators-count = { $count ->
    [0] nenhum escolhido
    [one] 1 escolhido
   *[other] { $count } escolhidos
  }
setup-spoilers = Spoilers na vitrine
setup-spoilers-on = Ocultar atrás de um clique
setup-spoilers-off = Mostrar abertamente
setup-pictures = Vídeos de imagens de mensagens
setup-pictures-own = Só de imagens próprias
setup-pictures-anyone = De imagens de qualquer pessoa
setup-budget = Orçamento para vídeos começados aqui
setup-budget-none = sem limite próprio desta comunidade
setup-budget-operator = Restam { $left } de { $most } neste mês, como definiu o operador. O próximo mês começa em { $renews }.
setup-budget-own = Restam { $left } de { $most } neste mês, como você definiu. O próximo mês começa em { $renews }.
setup-review-read = **Todos os que podem ler o lugar de revisão** vão ler ali o que espera uma decisão. Escolha um que só seus moderadores possam ler.
setup-later = Nada é mostrado aqui que o dono não tenha publicado. O que vale para publicar está atrás do último botão.
setup-lost-deleted = { $spot }: o que você tinha escolhido foi excluído, então agora não há nenhum. Nada mais mudou.
setup-lost-closed = { $spot }: eu não conseguia publicar no que você tinha escolhido, então agora não há nenhum. Nada mais mudou.
setup-pick-showcase = Lugar da vitrine
setup-pick-review = Lugar de revisão
setup-pick-moderators = Moderadores
setup-ask-spoilers = O que é mostrado na vitrine:
setup-ask-pictures = De quais imagens os membros podem fazer vídeos direto de uma mensagem? Se a imagem for de outra pessoa, pergunto quem aparece nela.

## Connect and unlink: two accounts of one human

platform-discord = Discord
platform-telegram = Telegram
connect-code = Seu código: **{ $code }**. Ele pode ser digitado uma vez, dentro de { DURATION($within_ms) }.
connect-code-where = Digite você mesmo no outro lado, no seu próprio chat privado comigo no { $platforms }: **/connect { $code }**
connect-code-warning = **Ninguém de nós vai pedir esse código a você, nunca.** Quem o digita pede a sua biblioteca. Vou mostrar aqui qual é a conta, e nada é unido até você confirmar aqui.
connect-confirm = **{ $account }** no { $platform } digitou o seu código e pede para se conectar com você.
connect-confirm-means = Se você aceitar, há uma só biblioteca nos dois lados: cada um vê, muda e exclui os vídeos de ambos.
connect-confirm-warning = **Aceite só se essa conta for sua** e você mesmo tiver digitado o código lá. Se alguém pediu o código a você, toque em Não sou eu. Enquanto você não confirmar, nada é unido; a pergunta termina { $until }.
button-join = É minha: unir
button-not-me = Não sou eu
connect-waiting = Estou perguntando agora a **{ $account }** no { $platform }. Confirme lá antes de { $until }; até então, nada é unido.
connect-waiting-means = Depois de confirmado, essa conta vê, muda e exclui os seus vídeos como você, e você os dela. **Não é a sua própria conta, ou alguém deu este código a você? Toque em Parar.**
button-stop-joining = Parar
connect-refused = Parado. Nada foi unido, o código não vale mais e o outro lado é avisado.
connect-nothing = Não há nada a decidir aqui, e nenhuma outra conta está conectada com esta.
connect-connected = Suas contas estão conectadas.
connect-joined = Unidas: a partir de agora suas contas estão conectadas.
connect-connected-means = Há uma só biblioteca nos dois lados. As configurações são as do lado que deu o código; os vídeos do lado que o digitou têm números novos, depois dos outros. Se forem separadas, cada lado recebe de volta o que veio dele.
button-unlink = Separar
connect-told-joined = Foi confirmado no { $platform }: as duas contas estão conectadas. **Se essa conta não é sua, separe agora**: tudo o que veio de você volta só para você.
connect-told-refused = No { $platform } disseram: não sou eu. Nada foi unido, e o código não vale mais.
connect-told-stopped = A conta no { $platform } que tinha digitado o seu código parou. Nada foi unido, e o código não vale mais.
connect-told-unanswered = Ninguém confirmou a tempo, então nada foi unido com o { $platform }. O código não vale mais.
connect-told-third = Uma segunda conta, no { $platform }, digitou o mesmo código. Para que ninguém entre sem ser visto, o código não vale mais e nada foi unido. Se quiser continuar, peça um novo e não o dê a ninguém.
connect-told-taken = Uma conta no { $platform } digitou o seu código. Eu conecto uma conta por plataforma, e uma das duas já está conectada, ou as duas estão na mesma. Nada foi unido, e o código não vale mais.
connect-told-over = Uma conta no { $platform } digitou um código seu que já foi usado ou é velho demais. Nada foi unido. Se não foi você, alguém viu o código.
connect-told-parted = No { $platform } suas contas foram separadas. Cada lado tem de novo os próprios vídeos, com os números de agora, e não vê nada do outro.
unlink-confirm = Separar suas contas no { $platforms }?
unlink-means = Cada lado recebe de volta o que veio dele e não vê mais nada do outro. Os números ficam como estão agora; quem você deixou ver um vídeo ainda pode. Os cartões com vídeos do outro lado são esvaziados nos chats, onde a plataforma me deixa; o que alguém salvou fica.
button-part = Separar agora
button-stay = Continuar conectadas
unlink-done = Separadas. Cada lado tem de novo os próprios vídeos; { $command } mostra os seus. O outro lado é avisado.
unlink-card = Isto era um vídeo da outra conta. Desde que foram separadas, só ela pode abri-lo.
error-connect_alone = Não há nada a conectar aqui: estou em uma só plataforma. Na demonstração, as pessoas não têm contas.
error-connected_already = Esta conta já está conectada com outra. /unlink as separa.
error-not_connected = Esta conta não está conectada com outra. /connect começa isso.
error-account_moved = Suas contas foram conectadas ou separadas neste exato momento. Nada foi guardado; peça de novo.
error-code_malformed = Um código são oito letras e algarismos, sem 0, 1, I e O. Olhe de novo no outro lado; nada foi unido.
error-code_unknown = Não conheço esse código, ou não mais. Nada foi unido. Peça um novo no outro lado com /connect.
error-wrong_codes = { $limit ->
    [one] Já foi 1 código
   *[other] Já foram { $limit } códigos
  } que não servem. Não aceito mais nenhum desta conta por { DURATION($within_ms) }; o que está aberto agora terá terminado até lá.
error-code_own = Esse é o código desta mesma conta. Digite-o na sua outra conta, na outra plataforma.
error-code_over = Esse código já foi usado ou é velho demais. Nada foi unido, e o lado de onde ele veio é avisado.
error-code_third = Outra conta digitou esse código antes de você, então ele não vale mais e nada foi unido. As outras duas são avisadas. Se quiser continuar, peça um código novo no outro lado.
error-code_taken = Eu conecto uma conta por plataforma, e uma das duas já está conectada, ou as duas estão na mesma. Nada foi unido, o código não vale mais e o outro lado é avisado.
error-pairing_over = Isso já está decidido, ou é tarde demais. Nada foi unido com isso.

## Notices to a community's admins

notice-lost-deleted = Para **{ $server }**: um canal ou grupo que você tinha escolhido para mim foi excluído ({ $spot }). Agora não há nenhum escolhido, e nada mais mudou. Escolha outro com { $command }.
notice-lost-closed = Para **{ $server }**: não consigo publicar em um canal ou grupo que você tinha escolhido para mim ({ $spot }). Agora não há nenhum escolhido, e nada mais mudou. Permita que eu o veja e envie mensagens ali, e escolha-o de novo com { $command }.

## Help and about

help-lead = Eu faço vídeos curtos com as suas palavras, imagens, sons e clipes, e cada um é privado: nenhum outro membro consegue abri-lo.
help-start = Para começar, me envie uma imagem, uma voz ou um clipe, ou digite { $command } com algumas palavras.
help-question = Você também pode perguntar com as suas palavras: “meu vídeo é privado?”, “até quando você guarda?”
help-command = { $command }
help-stop = Interrompa um vídeo com Cancelar no cartão dele. Apague com { $command }: não há lixeira, e você recebe um comprovante assinado.
about-version = Versão
about-operator = Operado por
about-operator-unnamed = quem o iniciou nesta máquina (nenhum nome foi definido)
about-contact = Contato
about-contact-none = nenhum foi definido
about-licence = Licença
about-licence-value = Apache-2.0, código aberto
about-motion = Movimento integrado
about-motion-value = move a câmera sobre a sua imagem ou desenha uma cena. Não é IA, e nenhum gerador recebe nada.
about-policy = Política de privacidade
about-terms = Termos

## Chats: files that don't fit, and what comes late

chat-file-smaller = Reduzido para este chat, que aceita { SIZE($limit_bytes) } por arquivo. O que eu guardo não mudou.
chat-file-linked = Grande demais para este chat, que aceita { SIZE($limit_bytes) } por arquivo. Ele vem como um link que abre uma única vez.
chat-file-unsent = Grande demais para este chat, que aceita { SIZE($limit_bytes) } por arquivo. Feito de novo com menos segundos, ele cabe.
chat-late = Enquanto eu não conseguia escrever para você, { $count ->
    [one] um vídeo seu ficou pronto.
   *[other] { $count } vídeos seus ficaram prontos.
  }
button-show-me = Mostrar { $video }

## Discord: a aparência dos cartões

discord-field = **{ $name }:** { $value }
discord-choose = Escolha aqui
discord-sources = Fontes ({ $count })
discord-source = , versão { $version }, { $certainty }
discord-page-none = { $pages }: aqui não há página web para isso. Me pergunte com { $ask }.
discord-link-none = Aqui não há links, porque nenhum endereço web foi configurado. Escolha um vídeo no chat com { $settings }.
discord-file-stays = O Discord tem o arquivo acima. Depois de 15 minutos, não consigo mais retirá-lo de lá.

## What went wrong, and what to do next

error-command_unknown = Não conheço /{ $command }. Digite /help para ver o que eu sei fazer.
error-request_malformed = Não consegui ler isso. Recarregue a página e envie de novo.
error-option_malformed = O que você colocou em “{ $option }” não serve. Veja o exemplo ao lado e tente de novo.
error-links_off = Aqui não há links: quem me administra não configurou um endereço web. Os vídeos chegam no chat.
error-too_many_files = { $limit ->
    [0] Aqui não aceito arquivos
    [one] Aqui aceito 1 arquivo
   *[other] Aqui aceito { $limit } arquivos
  }, e você enviou { $given }. Nada foi guardado. Envie menos.
error-unexpected = Algo quebrou aqui. Tente de novo; se continuar, passe a quem opera isto a referência { $reference }.
error-option_unknown = /{ $command } não tem “{ $option }”. Digite / para ver o que ele aceita.
error-words_malformed = Há meio caractere nessas palavras, que ninguém consegue ler. Digite de novo.
error-option_missing = Falta “{ $option }” em /{ $command }. Digite /help para ver como começar.
error-question_missing = Me pergunte algo, por exemplo: meu vídeo é privado?
error-question_too_long = Essa pergunta tem { $given } caracteres; eu leio até { $limit }. Faça uma mais curta, por favor.
error-time_zone_unknown = Não conheço esse fuso horário. Dê uma região e uma cidade, como America/Sao_Paulo; UTC também vale.
error-video_not_found = Não encontro esse vídeo entre os seus. /videos mostra o que você tem.
error-asset_not_found = Esse arquivo não existe mais. /videos mostra o que você tem.
error-unrelated = Isso não cabe a você. /videos mostra o que é seu.
error-end_date_in_past = Esse momento já passou. Dê um mais tarde; para apagar o vídeo agora, use /delete.
error-end_date_too_late = É tarde demais: este vídeo pode ficar guardado aqui até { $latest_ms }, no máximo. Dê um momento anterior.
error-erasing = Este vídeo está sendo apagado. Não dá para fazer mais nada com ele.
error-held = Este vídeo está retido por causa de uma denúncia ou da restauração de uma cópia de segurança. Você ainda pode abri-lo, perguntar sobre ele e excluí-lo.
error-banned = Os moderadores desta comunidade não deixam você publicar lá.
error-prompt_or_picture_needed = Me dê algumas palavras, uma imagem, um som ou um clipe. Por exemplo: /create prompt: um mar calmo ao pôr do sol
error-text_too_long = Esse texto para a imagem tem { $given } caracteres; o máximo é { $limit }. Nada foi guardado. Encurte e envie de novo.
error-inputs_dont_mix = Aceito até { $limit } imagens com um som, ou um clipe com um som, e não o que você enviou (imagens: { $pictures }, clipes: { $clips }, sons: { $sounds }). Nada foi guardado. Envie menos.
error-files_missing = Nenhum arquivo veio, e nada mudou. Escolha pelo menos um e envie de novo.
error-effect_needs_clip = Esse efeito precisa de um clipe, e você não deu nenhum. Escolha outro efeito ou envie um clipe.
error-effect_needs_picture = Esse efeito precisa de uma imagem ou de um clipe, e você não deu nenhum. Envie um, ou deixe o efeito em “nenhum”.
error-start_after_end = O que você deu termina antes do momento em que o vídeo deve começar ({ DURATION($start_ms) }). Escolha um anterior.
error-part_malformed = Não consigo ler essa parte. Escreva uma duração em segundos, como 8, ou de onde até onde, como 12-20.
error-prompt_too_long = Esse prompt tem { $given } caracteres; o máximo é { $limit }. Nada foi guardado. Encurte e envie de novo.
error-seconds_out_of_range = Um vídeo pode durar de { $shortest } a { $longest } segundos; você pediu { $given }.
error-route_unknown = Esse jeito de fazer vídeos não está instalado aqui. O que há: { $can }.
error-route_seconds = Esse gerador faz vídeos destas durações, em segundos: { $can }. Você pediu { $given }. Escolha uma dessas.
error-route_words_too_long = Esse gerador aceita { $limit } caracteres de texto e você deu { $given }. Encurte.
error-route_inputs_unfit = Esse gerador aceita palavras e até { $limit } imagens, e não o que você deu. Envie menos, ou deixe o movimento integrado fazer.
error-route_one_picture = Esse gerador aceita palavras e uma imagem, e não o que você deu. Envie uma só imagem ou deixe o movimento integrado fazer.
error-route_sound_only = O que continua um vídeo aceita palavras, ou um som para ele falar, e nada mais. Deixe de fora imagens e clipes.
error-route_words_needed = Esse gerador precisa de palavras. Diga o que o vídeo deve mostrar.
error-route_picture_needed = O modelo configurado lá move imagens. Envie uma.
error-route_choice_unfit = O modelo configurado lá não consegue fazer o que você escolheu: { $choice ->
    [negative] coisas que não devem aparecer
    [camera] esse movimento de câmera
    [quality] essa qualidade
    [sound] um som próprio
    [multi_shot] cortes
    [continues] continuar outro vídeo
    [text] palavras sobre a imagem
   *[effect] esse efeito
  }. Deixe de fora.
error-cannot_draw = O movimento integrado não consegue desenhar isto: { $cannot }. Ele pode fazer { $can }, ou mover a câmera sobre uma imagem sua.
error-too_many_unfinished = { $limit ->
    [one] Você já tem 1 vídeo
   *[other] Você já tem { $limit } vídeos
  } na fila ou em produção, e esse é o máximo ao mesmo tempo. Espere um terminar, ou cancele um.
error-worker_limit = Precisou de mais tempo ou memória do que eu permito por vídeo. Tente uma imagem menor, menos segundos ou palavras mais simples.
error-marking_failed = Não consegui marcar isso como feito por uma máquina, então não é entregue. Tente de novo.
error-budget_reached = { $whose ->
    [person] Este vídeo custa { $needed_micro }, e do que você pode gastar aqui em um mês restam { $left_micro }.
    [community] Este vídeo custa { $needed_micro }, mais do que resta do que se pode gastar em um mês na comunidade em que foi começado.
   *[everybody] Este vídeo custa { $needed_micro }, mais do que resta do que todos nós aqui podemos gastar em um mês.
  } O próximo mês começa em { $renews_ms }. Menos segundos custam menos, e o movimento integrado não custa nada.
error-amount_malformed = Não consigo ler esse valor. Escreva um número como 5 ou 2,50; com 0 nada é gasto. Nada foi mudado.
error-budget_not_lower = O operador deixa gastar aqui { $most_micro } em um mês. O seu não pode ser maior. Nada foi mudado.
error-budget_unset = Aqui nada do que se gasta tem mais limite, então não há o que baixar. Nada foi mudado.
error-price_unknown = Aqui o gasto tem um limite e ninguém disse quanto este vídeo custa, então não o envio. Peça a quem cuida deste bot que defina o preço, ou deixe o movimento integrado fazer: não custa nada.
error-route_not_agreed = Isso enviaria para fora desta casa o que você deu. Aceite antes os documentos que valem lá; eu os mostro antes de enviar.
error-papers_changed = Esses documentos mudaram desde que os mostrei. Olhe de novo antes de aceitar.

error-file_empty = Esse arquivo está vazio. Nada foi guardado. Escolha outro.
error-file_too_large = Esse arquivo tem mais de { SIZE($limit_bytes) }, o máximo que eu aceito. Nada foi guardado. Envie um menor.
error-file_kind_unknown = { $kind ->
    [text] Esse arquivo é texto, diga o nome o que disser.
    [unknown] Não sei o que é esse arquivo.
   *[other] Esse arquivo é de um tipo que eu não posso usar ({ $kind }).
  } Nada foi guardado. Aceito imagens (JPEG, PNG, WebP, HEIC, AVIF, GIF), sons (WAV, MP3, M4A, FLAC, OGG) e clipes (MP4, MOV, WebM, MKV).
error-picture_damaged = Essa imagem está cortada ou danificada. Nada foi guardado. Salve de novo ou escolha outra.
error-picture_too_many_pixels = Essa imagem tem { $width } × { $height } pixels; aceito até { $limit_pixels } no total. Nada foi guardado. Diminua a imagem.
error-picture_too_small = Essa imagem tem { $width } × { $height } pixels; o lado menor precisa de { $limit_side }. Nada foi guardado. Escolha uma maior.
error-picture_too_narrow = Essa imagem tem { $width } × { $height } pixels; o lado maior pode ter { $limit_ratio } vezes o menor. Nada foi guardado. Recorte e envie de novo.
error-codec_unknown = Não consigo abrir o que há dentro desse arquivo ({ $codec }). Nada foi guardado. Salve como um MP4 ou MP3 comum e envie de novo.
error-file_without_media = Não há nada para ver nem para ouvir nesse arquivo. Nada foi guardado. Escolha outro.
error-sound_damaged = Esse som está cortado ou danificado. Nada foi guardado. Salve de novo ou escolha outro.
error-sound_empty = Não há nada para ouvir nesse arquivo. Nada foi guardado. Escolha outro.
error-sound_too_long = Esse som dura { DURATION($given_ms) } ou mais; aceito até { DURATION($limit_ms) }. Nada foi guardado. Corte e envie de novo.
error-sound_too_many_channels = Esse som tem { $given } canais; aceito até { $limit }. Nada foi guardado. Salve em estéreo e envie de novo.
error-sound_rate_out_of_range = Esse som tem { $given } amostras por segundo; aceito de { $lowest } a { $highest }. Nada foi guardado. Salve com 48000 e envie de novo.
error-clip_damaged = Esse clipe está cortado ou danificado. Nada foi guardado. Salve de novo ou escolha outro.
error-clip_too_long = Esse clipe dura { DURATION($given_ms) } ou mais; aceito até { DURATION($limit_ms) }. Nada foi guardado. Corte e envie de novo.
error-clip_too_many_pixels = Esse clipe tem { $width } × { $height } pixels; aceito até { $limit_pixels } no total. Nada foi guardado. Diminua o clipe, por exemplo para 1920 × 1080.
error-clip_too_small = Esse clipe tem { $width } × { $height } pixels; o lado menor precisa de { $limit_side }. Nada foi guardado. Escolha um maior.
error-clip_too_narrow = Esse clipe tem { $width } × { $height } pixels; o lado maior pode ter { $limit_ratio } vezes o menor. Nada foi guardado. Recorte e envie de novo.
error-clip_too_fast = Esse clipe mostra { $given } quadros por segundo; aceito até { $limit }. Nada foi guardado. Salve com menos e envie de novo.
error-clip_too_many_frames = Essa imagem animada tem { $given } quadros; aceito até { $limit }. Nada foi guardado. Encurte ou salve como clipe.
error-result_not_a_video = O que o gerador devolveu não é um vídeo. Pode ter sido cobrado. Avise quem me administra.
error-picture_unreadable = Não consegui fazer um filme com essa imagem. Salve como JPEG ou PNG e tente de novo.
error-clip_unreadable = Não consegui ler esse clipe. Salve como um MP4 comum e tente de novo.
error-sound_unreadable = Não consegui ler esse som. Salve como MP3, M4A ou WAV e tente de novo.
error-start_past_end = O que você deu dura { $length_s } s, então não sobra nada com que começar. Escolha um momento anterior.
error-text_cannot_be_drawn = Não sei desenhar estas letras sobre uma imagem: { $letters }. Tire-as e tente de novo.
error-disk_full = Não há mais espaço nesta máquina, então nada foi guardado. Avise quem a opera; excluir um vídeo seu libera um pouco.
error-title_too_long = Esse título tem { $given } caracteres; o máximo é { $limit }. Encurte.
error-end_malformed = Não consigo ler essa data. Escreva 2026-12-24 ou 24/12/2026, ou um prazo como 3 dias ou 12h.
error-video_moved_on = { $state ->
    [ready] Esse vídeo já está pronto.
    [failed] Enquanto isso, não deu para fazer esse vídeo.
    [cancelled] Esse vídeo já foi cancelado.
    [erasing] Esse vídeo está sendo apagado. Não dá para fazer mais nada com ele.
    [gone] Esse vídeo não existe mais.
   *[other] Algo foi mais rápido: esse vídeo já mudou.
  } /videos mostra como está agora.
error-publication_moved_on = Alguém foi mais rápido: enquanto isso, isto foi decidido ou retirado. Nada mudou.
error-press_unknown = Esse botão é antigo demais, ou não é meu. Digite /videos para receber um novo.
error-press_strange = Esse botão é de outra pessoa.
error-press_used = Esse botão já foi apertado. Agora está assim.
error-wish_forgotten = Não lembro mais do que se tratava. Peça o vídeo de novo com /create, por favor.
error-link_not_found = Esse link já foi aberto, é antigo demais ou não é seu. Peça o vídeo de novo para receber outro.
error-upload_not_found = Esse envio não existe mais. Nada dele foi guardado. Escolha o arquivo de novo.
error-upload_unfinished = Esse arquivo ainda não chegou inteiro. Espere a barra encher e envie de novo.
error-upload_overlong = Esse arquivo era maior do que o anunciado. Nada dele foi guardado. Escolha de novo.
error-too_many_uploads = Eu guardo { $limit ->
    [one] 1 arquivo seu
   *[other] { $limit } arquivos seus
  } ao mesmo tempo, e já chegou a esse número. Envie esses ou tire um, e depois adicione este.
error-uploads_too_large = Eu guardo { SIZE($limit_bytes) } de arquivos seus ao mesmo tempo, e com este passaria disso. Envie os outros antes, ou tire um.

## Discord: what commands and options are called there

name-create = criar
name-create-prompt = texto
name-create-image = imagem
name-create-end_image = imagem_final
name-create-audio = som
name-create-video = clipe
name-create-shape = formato
name-create-seconds = segundos
name-create-more = mais
name-videos = meus_vídeos
name-videos-video = vídeo
name-privacy = privacidade
name-privacy-video = vídeo
name-ask = perguntar
name-ask-question = pergunta
name-enddate = data_final
name-enddate-video = vídeo
name-enddate-until = até
name-delete = apagar
name-delete-video = vídeo
name-settings = ajustes
name-settings-time_zone = fuso_horário
name-settings-language = idioma
name-settings-delivery = entrega
name-connect = conectar
name-connect-code = código
name-unlink = separar
name-setup = configurar
name-help = ajuda
name-about = sobre

## Discord: the menu of a message, and mentions in servers

menu-picture = Fazer um vídeo desta imagem
menu-private = Isto é privado?
menu-report = Denunciar
button-answer-privately = Responda em particular
door-answer-lead = { $person }, eu só respondo em particular, para que mais ninguém leia.
door-question-gone = Essa pergunta não existe mais: guardo só na memória, por dez minutos no máximo, e respondo uma vez. Pergunte com { $command }; mais ninguém vê.
door-not-mine = Essa mensagem não é minha, ou não mostra nenhum vídeo seu, então não sei nada sobre ela. Quem pode ler depende do Discord: todos os que veem este canal, agora ou depois, e o próprio Discord. Para os seus vídeos existe { $command }.
door-report = Essa mensagem não é uma publicação minha que mostre um vídeo, então não posso retirar nada ali. Os moderadores deste servidor podem removê-la, e o Discord recebe denúncias em “Denunciar mensagem”. Pelo que eu faço responde { $operator }: { $contact }.
error-picture_of_another = Essa imagem foi publicada por outra pessoa, então não mexo nela. Use uma que você mesmo publicou, ou adicione a sua com /create.
error-message_without_picture = Não há nenhuma imagem nessa mensagem. Escolha uma que tenha uma imagem anexada; um link para uma não conta.
error-upload_broken = Esse arquivo foi cortado no caminho. Nada dele foi guardado. Envie de novo.
error-not_admin = Só quem pode gerenciar este servidor ou grupo pode mudar como eu trabalho nele.
error-community_not_found = Esse servidor ou grupo não está configurado aqui, ou eu não estou mais nele. Digite /setup naquele a que você se refere.
error-places_alike = A vitrine e a revisão não podem ficar no mesmo lugar: todos veriam ali o que ainda não foi decidido. Nada mudou. Escolha outro.
error-too_many_moderators = Você escolheu { $given } moderadores; o máximo é { $limit }. Nada mudou. Um cargo conta como um.
error-id_malformed = Não entendo essa escolha. Nada mudou. Escolha de novo.
error-everybody_moderates = Esse cargo é de todos: qualquer pessoa seria moderadora. Nada mudou. Escolha outro.
error-portrayed_unsaid = Primeiro diga quem aparece. Os botões estão no cartão; /videos o mostra.

## Discord: what broke off

discord-broke-off = Isso foi interrompido aqui antes de terminar. Veja { $command } ou peça de novo.
button-open-form = Abrir o formulário

## Telegram: in groups, and setting them up

button-open-chat = Abrir nossa conversa
telegram-group-private = Eu só respondo em particular. A minha resposta está na nossa conversa.
telegram-group-start = Eu só respondo em particular, e o Telegram não me deixa escrever primeiro. Abra a nossa conversa, toque em Iniciar e pergunte lá.
telegram-group-anonymous = Eu só respondo em particular, e não consigo saber quem você é: você escreve em nome de um grupo ou de um canal. Escreva como você mesmo e pergunte de novo.
telegram-group-seen = O que você deu está no grupo, onde todos podem ver. O vídeo que eu faço com isso nenhum outro membro consegue abrir.
telegram-ask-place = Qual canal ou grupo vai ser? Você precisa ser um dos administradores, e eu preciso estar nele e poder publicar.
telegram-ask-people = Quem vai moderar? Escolha até { $most } pessoas; elas entram no lugar das escolhidas antes.
telegram-picked-now = Escolhido agora: { $names }.
telegram-picked = Agora está assim.
telegram-picked-late = Essa escolha chegou tarde, então nada mudou. Toque de novo no botão do cartão, ou digite { $command } no grupo.
error-place_not_theirs = Você não é administrador lá, ou o Telegram não me diz isso. Nada mudou. Escolha outro lugar.
error-place_closed = Eu não consigo publicar lá. Nada mudou. Adicione-me, deixe-me publicar (em um canal, como administrador) e escolha de novo.
## Telegram: files that leave the chat, and what comes late
## Telegram: files that leave the chat

card-tidied = **{ $video }** saiu deste chat, para mantê-lo em ordem. Eu ainda o tenho.
card-uploads-left = O que você me enviou para fazê-lo tem mais de 48 horas: não consigo mais tirá-lo daqui. Você consegue.
button-show-again = Mostrar de novo
telegram-file-stays = O Telegram tem o arquivo acima. Ele fica neste chat até você apagá-lo, ou apagar o vídeo.

## Telegram: a aparência dos cartões

telegram-field = **{ $name }:** { $value }
telegram-choose = Escolha aqui
telegram-sources = Fontes ({ $count })
telegram-sources-some = Fontes { $first } a { $last }
telegram-source = , versão { $version }, { $certainty }
telegram-page-none = { $pages }: aqui não há página web para isso. Me pergunte com { $ask }.
telegram-page-address = { $page }: { $address }
telegram-link-none = Aqui não há links, porque nenhum endereço web foi configurado. Escolha um vídeo no chat com { $settings }.
telegram-pick-none = Não escolher nada: { $what }
telegram-pick-group = Escolher um grupo
telegram-pick-channel = Escolher um canal
telegram-pick-people = Escolher pessoas

## Telegram: perguntas, uma depois da outra

telegram-ask-step = Pergunta { $number } de { $count }
telegram-ask-given = { $value }
telegram-ask-now = Agora: { $value }
telegram-ask-keep = Manter: { $value }
telegram-ask-empty = Deixar vazio
telegram-ask-go-on = Continuar
telegram-ask-forget = Esquecer a pergunta
telegram-ask-choose = Escolha uma destas opções com um botão.
telegram-ask-needed = Aqui é preciso uma resposta. Escreva ou toque em Cancelar.
telegram-ask-files = Envie os arquivos aqui, como qualquer outro.
telegram-ask-too-long = Isso tem { $given } caracteres; aqui o máximo é { $limit }. Escreva mais curto.
telegram-ask-aside = Eu estava perguntando isto a você. Fica esperando um dia, no máximo. Até você tocar em “Continuar”, o que você escrever não conta como resposta.
telegram-ask-over = Essa pergunta já foi encerrada. Este botão não mudou nada.
telegram-cancelled = Parado. Esqueci o que você respondeu, e nada mudou.
telegram-cancel-none = Não há nada para parar aqui. Um vídeo que está sendo feito tem Cancelar no cartão dele; /videos mostra.

## Telegram: as boas-vindas

telegram-welcome = **Olá.** Eu faço vídeos curtos com as suas fotos, notas de voz, clipes e palavras, e cada um é privado: nenhum outro membro consegue abri-lo.
telegram-welcome-private = Meu operador é { $operator }, que tecnicamente poderia abri-lo. Conversas com bots não têm criptografia de ponta a ponta: o que você envia aqui, e o que eu envio a você, também fica nos servidores do Telegram.
telegram-welcome-more = { $privacy } diz quem pode ver e usar o que você tem aqui, até quando e o que ninguém pode desfazer. { $delete } apaga um vídeo de vez.
telegram-welcome-try = **Três coisas para experimentar:** me envie uma foto ou uma nota de voz, me deixe desenhar uma cena ou me pergunte algo.
telegram-try-words = Faça um mar calmo ao pôr do sol
telegram-try-prompt = um mar calmo ao pôr do sol
telegram-try-question = Meu vídeo é privado?
telegram-try-help = O que mais você sabe fazer?
## Telegram: what comes in

telegram-album-apart = Estes não combinam em um só vídeo, então cada um é um rascunho. Comece os que quiser; { $command } mostra todos.
telegram-album-late = Esse chegou tarde e o vídeo já tinha começado: este é um rascunho novo.
error-telegram_too_large = O Telegram entrega aos bots arquivos de no máximo { SIZE($limit_bytes) }, e este é maior. Nada foi guardado. Envie como vídeo e não como arquivo, que assim ele diminui, ou envie uma parte mais curta. Quem mantém este bot pode tirar o limite com um servidor próprio da Bot API.
error-telegram_no_use = Não consigo fazer nada com isso. Envie uma imagem, um vídeo, um GIF, uma mensagem de voz ou palavras; /help mostra como começar.
error-update_carried = Fui interrompido enquanto respondia. O que você pediu foi feito uma única vez; /videos mostra o que você tem.

## Sharing

video-titled-others = “{ $title }”
video-untitled-others = Sem título
command-share = Deixe pessoas que você escolhe ver um vídeo, até uma data ou até você parar
option-share-video = #1, palavras do título ou “último”
option-share-person = Quem vai ver; sem isso, você escolhe em um cartão
option-share-until = Uma data como 2026-12-24 ou 24/12/2026, ou um prazo como 3 dias ou 12h
command-unshare = Pare de compartilhar um vídeo, com uma pessoa ou com todas
option-unshare-video = #1, palavras do título ou “último”
option-unshare-person = Quem não vai ver mais; sem isso, ninguém
command-whosaw = Veja quem abriu um vídeo que você compartilha, e quando
option-whosaw-video = #1, palavras do título ou “último”
command-objection = Escreva a carta que pede a um gerador que pare de usar um vídeo
option-objection-video = #1, palavras do título ou “último”
option-objection-prompt = Põe na carta as suas próprias palavras para o vídeo
name-share = compartilhar
name-share-video = vídeo
name-share-person = pessoa
name-share-until = até
name-unshare = parar_de_compartilhar
name-unshare-video = vídeo
name-unshare-person = pessoa
name-whosaw = quem_viu
name-whosaw-video = vídeo
name-objection = oposição
name-objection-video = vídeo
name-objection-prompt = texto
button-share = Compartilhar
button-back-to-video = Voltar ao vídeo
share-nobody = { $video } não está compartilhado com ninguém. Quem você escolher pode ver e salvar; não vê as suas palavras nem o que você deu para fazê-lo.
share-people = { $video } está compartilhado. Estas pessoas podem ver e salvar; não veem as suas palavras nem o que você deu para fazê-lo.
share-person = { $person }
share-nameless = Alguém que você escolheu
share-open = até você parar de compartilhar
share-dated = até { $when }
share-waits = { $until }; falta a pessoa me escrever pela primeira vez
share-told = **{ $person }** já pode ver, e estou avisando.
share-untold = **{ $person }** pode ver. Não posso escrever primeiro: peça que me envie { $command }.
share-again = **{ $person }** já podia ver. Vale a data que você escolheu agora.
share-ends-first = O vídeo será apagado em { $when }. O compartilhamento acaba com ele, no mais tardar.
share-pick = Compartilhar com
share-until-lead = Até quando podem ver?
button-share_1d = 1 dia
button-share_7d = 7 dias
button-share_on = Até eu parar
share-stop-lead = Parar de compartilhar com uma delas:
button-unshare = Parar de compartilhar com todos
button-whosaw = Quem viu
button-objection = Carta de oposição
unshare-done = { $count ->
    [one] Pronto. Essa pessoa não pode mais abri-lo aqui. O que ela salvou ou encaminhou não dá para recolher.
   *[other] Pronto. Essas { $count } pessoas não podem mais abri-lo aqui. O que salvaram ou encaminharam não dá para recolher.
}
unshare-none = Não estava compartilhado com ninguém.
whosaw-lead = Quem abriu { $video }, o mais recente primeiro:
whosaw-none = Não entreguei { $video } a ninguém além de você.
whosaw-nameless = Alguém com quem não está mais compartilhado
whosaw-when = { $when }, { $through }
through-discord = no Discord
through-telegram = no Telegram
through-web = no navegador
whosaw-limits = Anoto quando entrego o vídeo, uma vez a cada dez minutos por pessoa. Não vejo quem assiste de novo em um chat, nem o que foi salvo ou encaminhado.
shared-notice = **{ $person }** compartilhou { $video } com você. Você pode abri-lo { $until }.
shared-somebody = Alguém que usa este bot
shared-card = **{ $video }, { $seconds } s**, compartilhado com você por { $person }.
shared-until = Você pode abri-lo
shared-latest = até { $when } no mais tardar; quem fez o vídeo pode fechá-lo antes
shared-lead = Compartilhados com você, do mais novo ao mais antigo:
shared-entry = { $video }, { $seconds } s, de { $person }
shared-over = Este vídeo não está mais aberto para você.
shared-muted = Não vou avisar de mais nada que essa pessoa compartilhar. Você pode abrir do mesmo jeito: { $command } mostra.
shared-sees = 1 **Quem vê:** { $person }, você e quem mais o dono escolheu; não digo quem. O operador deste servidor poderia tecnicamente abri-lo.
shared-uses = 2 **Quem usa:** aqui, só para prestar o serviço. É do dono: poder abri-lo não dá direito de publicá-lo.
shared-copies = 3 **Cópias:** aqui, cifrado, e neste chat, onde eu mostro para você.
shared-how-long = 4 **Até quando:** você pode abri-lo { $until }.
shared-undone = 5 **Não dá para desfazer:** o que você ou outros salvaram ou encaminharam. O dono pode ver que você abriu, e quando.
button-show-it = Mostrar
button-mute = Nada mais dessa pessoa
button-notices-off = Sem avisos de vídeos compartilhados
button-notices-on = Avise quando compartilharem um vídeo
settings-notices = Vídeos compartilhados
chat-notices-on = Aviso quando alguém compartilha um vídeo com você.
chat-notices-off = Não aviso; /videos mostra o que compartilham com você.
error-share_nobody = Escolha antes pelo menos uma pessoa.
error-share_oneself = Essa pessoa é você: já pode abri-lo.
error-share_not_ready = Só um vídeo terminado pode ser compartilhado. Este não está pronto.
error-share_date_past = Esse momento já passou. Dê um mais tarde; para parar de compartilhar agora, use /unshare.
error-share_full = { $limit ->
    [one] Um vídeo pode ser compartilhado com { $limit } pessoa no máximo. Antes, pare de compartilhar com alguém.
   *[other] Um vídeo pode ser compartilhado com { $limit } pessoas no máximo. Antes, pare de compartilhar com alguém.
}
error-share_not_with = Não está compartilhado com essa pessoa.
error-person_is_bot = Isso é um bot. Um vídeo só pode ser compartilhado com pessoas.
telegram-ask-receivers = Com quem você quer compartilhar? Escolha até { $most } pessoas.
## Channels on Discord

discord-post-coming = Um vídeo está a caminho.
discord-post-gone = Este vídeo foi retirado.
discord-post-too-large = O vídeo em si é grande demais para este canal.
discord-review-coming = Algo espera por revisão.
discord-review-gone = Nada mais espera aqui.
discord-look-over = Nada mais espera aqui, então o que foi mostrado a você saiu desta mensagem.
## Telegram: vitrine e revisão

telegram-post-coming = Um vídeo chega aqui em um momento.
telegram-post-gone = O vídeo que estava aqui foi retirado.
telegram-review-coming = Algo para revisar chega aqui em um momento.
telegram-review-gone = Nada mais espera aqui.
telegram-look-coming = O vídeo que você pediu para ver chega aqui em um momento.
telegram-look-sent = Está na nossa conversa privada, só para você. Sai de lá quando isto for decidido.
telegram-look-start = Só mostro em particular, e o Telegram não me deixa escrever primeiro. Abra a nossa conversa, toque em Iniciar e toque aqui de novo.
telegram-look-gone = Não há mais nada para ver: foi retirado ou decidido.
telegram-press-asked = Pergunto o resto na nossa conversa privada.
telegram-press-start = Só pergunto o resto em particular, e o Telegram não me deixa escrever primeiro. Abra a nossa conversa, toque em Iniciar e toque aqui de novo.
## Review: what moderators decide

command-review = Decidir o que esta comunidade mostra: o que espera, retirar, banir, pausar (para moderadores)
option-review-action = O que fazer; sem isso, você vê o que espera há mais tempo
option-review-publication = O link do que é mostrado aqui, ou a última parte desse link
name-review = revisar
name-review-action = ação
name-review-publication = publicação
action-queue = Ver o que espera
action-remove = Retirar
action-reinstate = Mostrar de novo
action-ban = Banir um autor
action-unban = Desfazer um banimento
action-pause = Pausar as publicações
action-resume = Retomar as publicações
button-review-look = Olhar
button-review-approve = Aprovar
button-review-decline = Recusar
button-review-hold = Reter
button-review-lift = Parar de reter
button-review-skip = Pular
button-review-undo = Desfazer
button-review-next = Próximo
button-review-remove = Retirar
button-review-reinstate = Mostrar de novo
button-review-ban = Banir o autor
button-review-unban = Desfazer o banimento
button-review-back = Voltar
review-elsewhere = O que uma comunidade mostra é decidido nela. Use { $command } em um servidor ou grupo que você modera.
review-none = Nada espera uma decisão aqui.
review-queue = { $count ->
    [one] **1** espera uma decisão aqui.
   *[other] **{ $count }** esperam uma decisão aqui. Os que esperam há mais tempo vêm primeiro.
  }
review-over = Decidido. É definitivo, por isso você não o vê mais. O autor fica sabendo do resultado, e não de quem decidiu.
review-held = **Retido:** só o autor e os moderadores desta comunidade podem abri-lo.
review-new = **{ $title }** espera uma decisão. Nada dele é mostrado ainda.
review-edit = **{ $title }** é uma mudança do que é mostrado aqui. O que é mostrado fica como foi aprovado até você decidir.
review-approved = **{ $title }** está aprovado e sai em { DURATION($ms) }. Até lá dá para desfazer.
review-state-appealed = **{ $title }**: o autor recorre e pede que outra pessoa olhe de novo. O que você decidir é definitivo.
review-state-shown = **{ $title }** é mostrado aqui.
review-state-declined = **{ $title }** foi recusado. O autor fica sabendo do motivo, e não de quem decidiu; pode recorrer uma vez.
review-state-removed = **{ $title }** foi retirado. O autor fica sabendo do motivo, e não de quem decidiu; pode recorrer uma vez.
review-state-withdrawn = O autor tirou **{ $title }**.
review-state-expired = **{ $title }** foi mostrado até a sua data final.
review-state-draft = O autor está mudando **{ $title }**.
review-untitled = Sem título
review-description = Descrição
review-tags = Etiquetas
review-length = Duração
review-audience = Quem vai ver
review-audience-community = esta comunidade
review-audience-anyone = qualquer pessoa, também na web
review-portrayed = Quem aparece
review-portrayed-own = não foi dito
review-portrayed-unsaid = não foi dito
review-portrayed-self = só o autor, segundo ele
review-portrayed-agreed = outras pessoas que concordaram, segundo o autor
review-portrayed-nobody = nenhuma pessoa real, segundo o autor
review-credit = Nome mostrado
review-anonymous = nenhum: anônimo
review-until = Mostrado até
review-waits = Espera
review-since = desde { $when }
review-for = há { DURATION($ms) }
review-record = Este autor aqui
review-record-none = nada mais mostrado agora, recusado ou retirado
review-record-counts = mostrados agora: { $shown }, recusados: { $declined }, retirados: { $removed }
review-reason = **Motivo:** { $why }.
why-rules = não segue as regras desta comunidade
why-consent = talvez apareçam pessoas que não concordaram
why-adult = nudez ou sexo
why-harm = violência, ódio ou perigo
why-spam = propaganda ou spam
why-other = outra coisa
why-deleted_there = a postagem foi excluída no canal
why-held = estava retido por causa de uma denúncia
why-banned = o autor não pode publicar aqui agora
review-note = **Palavras do moderador:** “{ $note }”
review-history = **Como chegou aqui:** { $what }.
review-past-propose = proposto { $when }
review-past-show = mostrado { $when }
review-past-approve = aprovado { $when }
review-past-post = publicado { $when }
review-past-decline = recusado { $when }
review-past-remove = retirado { $when }
review-past-reinstate = mostrado de novo { $when }
review-past-appeal = recurso enviado { $when }
review-past-withdraw = tirado pelo autor { $when }
review-past-expire = terminado { $when }
review-past-decline_again = recusado de novo { $when }
review-past-remove_again = retirado de novo { $when }
review-past-grant_appeal = recurso aceito { $when }
review-poster = A capa, bem desfocada. “Olhar” abre o vídeo só para você.
review-alt = O vídeo a decidir: { $title }
review-yours = A decisão é sua até { $until }. Até lá ninguém mais pode decidir. Fica anotado que você olhou.
review-ask-why = Motivo, enviado ao autor
review-ask-note = Com as suas palavras; vai ao autor sem o seu nome
review-form-decline = Recusar: por quê?
review-form-remove = Retirar: por quê?
review-ban-confirm = Banir este autor das publicações desta comunidade até { $until }? Nada mais dele sai aqui; o que é mostrado fica até você retirar. O banimento dura mais que a conta dele aqui: guardo um código com chave de cada uma das contas, que não diz a ninguém quem ele é.
review-banned = Banido até { $until }: este autor não pode publicar nesta comunidade.
review-unbanned = O banimento foi desfeito: este autor pode publicar aqui de novo.
review-not-banned = Este autor não está banido aqui. Nada mudou.
review-cannot-held = Está retido. Pare de reter antes, ou deixe como está. Nada mudou.
review-cannot-banned = O autor está banido desta comunidade. Desfaça antes o banimento. Nada mudou.
review-paused = As publicações estão em pausa aqui: ninguém pode propor nada novo. O que espera ainda pode ser decidido, e o que é mostrado fica. { $command } retoma as publicações.
review-resumed = Aqui se pode publicar de novo. { $command } mostra o que espera.
review-name-it = Qual? Dê o link, ou a última parte dele, com o comando.
review-nothing-shown = Nada é mostrado aqui no momento.
review-which = { $action }: qual?
review-entry = { $title }, { $seconds } s
error-claimed = Outra pessoa está olhando até { $until_ms }. Até lá a decisão é dela.
error-own_decision = Você decidiu isto da primeira vez. Um recurso é para outra pessoa: outro moderador, ou quem me opera.
error-own_publication = Este vídeo é seu. Outro moderador também decide aqui, então deixe com ele. Nada mudou.
error-note_too_long = Essa nota tem { $given } caracteres; o máximo é { $limit }. Nada mudou. Encurte-a.
error-not_moderator = Só os moderadores desta comunidade podem fazer isso.
## Showcase and desk

page-back = Voltar ao chat
page-ways = Outras páginas
page-pages = Páginas da lista
demo-place = A demonstração
demo-waiting = { $count ->
    [0] Nenhum vídeo espera uma decisão.
    [one] **1 vídeo** espera uma decisão.
   *[other] **{ $count } vídeos** esperam uma decisão.
  }
button-desk = Abrir a mesa
showcase-title = Vitrine
showcase-empty = No momento nada é mostrado aqui.
showcase-tags = Etiquetas
showcase-newest = Para os mais recentes
showcase-older = Anteriores
showcase-gone-now = Um vídeo foi retirado. Ele não é mais mostrado.
showcase-gone = Nada é mostrado neste endereço.
showcase-new = Um vídeo foi acrescentado.
showcase-untitled = Sem título
showcase-by = De { $name }
showcase-anonymous = De alguém que prefere não dizer o nome
showcase-about = { DURATION($length_ms) }, à mostra desde { $shown }
showcase-play = Reproduzir “{ $title }”
desk-title = Mesa de revisão
desk-count = { $count ->
    [0] Nada espera.
    [one] 1 vídeo espera um moderador desta comunidade.
   *[other] { $count } vídeos esperam; primeiro, o que espera há mais tempo.
  }
desk-closes = Esta mesa se fecha sozinha: { $until }. Depois, peça outro link ao bot.
desk-history = O que foi decidido
desk-back = Voltar à mesa
desk-first-page = Para a primeira página
desk-next-page = Próxima página
desk-empty = O que chegar aparece aqui sozinho.
desk-nothing-past = Nada foi decidido ainda.
desk-list = Vídeos que esperam uma decisão
desk-actions = Para o que está selecionado
desk-selected = Selecionados: { $count }
desk-select = Selecionar “{ $title }”
desk-look = Ver
desk-approve = Aprovar
desk-decline = Recusar
desk-hold = Bloquear
desk-lift = Tirar o bloqueio
desk-skip = Pular
desk-undo = Desfazer
desk-help = Teclas e ajuda
desk-keys = Usar teclas soltas (desligue se atrapalharem)
desk-key-next = O próximo ou o anterior
desk-key-select = Selecionar ou não
desk-why = Motivo, enviado ao autor
desk-note = Suas próprias palavras, também enviadas ao autor
desk-cancel = Cancelar
desk-approve-all = Aprovar o que está selecionado
desk-decline-all = Recusar o que está selecionado
desk-outcomes = O que aconteceu com cada um
desk-video = O vídeo “{ $title }”
desk-new = Há algo novo esperando.
desk-nothing-to-undo = Não há nada para desfazer.
desk-closed = Esta mesa não está aberta para você, ou se fechou sozinha. Peça outro link ao bot.
desk-door = Atrás deste botão está a mesa da sua comunidade. O link abre uma vez, e a mesa fica aberta por dez minutos.
desk-door-open = Abrir a mesa
desk-door-gone = Este link não abre mais nada: foi usado ou é antigo demais. Peça outro ao bot.
desk-kind-new = Novo
desk-kind-edit = Mudança no que é mostrado
desk-kind-appeal = Recurso
desk-waits = Espera há { DURATION($waited_ms) }
desk-length = Dura { DURATION($length_ms) }
desk-audience-community = Para mostrar a esta comunidade
desk-audience-anyone = Para mostrar a qualquer pessoa na web
desk-faces-own = Pessoas: de imagens do próprio autor
desk-faces-unsaid = Pessoas: não foi dito
desk-faces-self = Pessoas: só o autor, segundo ele
desk-faces-agreed = Pessoas: outras, que concordaram, segundo o autor
desk-faces-nobody = Pessoas: nenhuma real, segundo o autor
desk-credit = Crédito: { $name }
desk-anonymous = Crédito: nenhum, anônimo
desk-record = O autor aqui: { $shown } mostrados, { $declined } recusados, { $removed } retirados
desk-held = Bloqueado: só o autor e os moderadores podem abrir.
desk-claimed = Outro moderador está vendo até { $until }.
desk-first-removed = A primeira decisão o retirou: { $why }.
desk-first-declined = A primeira decisão o recusou: { $why }.
desk-first-note = Nota do primeiro moderador: “{ $note }”
desk-done-look = É seu para decidir por cinco minutos.
desk-done-approve = Aprovado. Sai em 30 segundos; até lá você pode desfazer.
desk-done-shown = Aprovado. Já está à mostra.
desk-done-decline = Recusado. O autor fica sabendo por quê, não por quem.
desk-done-undo = Desfeito: espera uma decisão de novo.
desk-done-skip = Pulado. Outra pessoa pode pegar.
desk-done-hold = Bloqueado: só o autor e os moderadores podem abrir.
desk-done-lift = O bloqueio terminou.
desk-own-decision = Você decidiu da primeira vez. O recurso é decidido por outro moderador.
desk-late = Alguém foi mais rápido: nesse meio-tempo foi decidido ou retirado. Nada mudou.
desk-gone = Não está mais aqui, ou não cabe a você decidir. Nada mudou.
desk-when = { $at }
desk-by-you = você
desk-by-another = outro moderador
desk-not-yours = Você não pode mais ver
desk-verb-approve = aprovado
desk-verb-decline = recusado
desk-verb-remove = retirado
desk-verb-reinstate = mostrado de novo
desk-verb-grant_appeal = mostrado depois de um recurso
desk-verb-decline_again = recusado de novo depois de um recurso
desk-verb-remove_again = retirado de novo depois de um recurso
desk-verb-withdraw = aprovação desfeita
## Publishing

command-publish = Pedir a este servidor ou grupo que mostre um vídeo seu
option-publish-video = #1, palavras do título ou “último”
command-unpublish = Retirar um vídeo de onde ele é mostrado, na hora
option-unpublish-video = #1, palavras do título ou “último”
option-unpublish-everywhere = De todos os servidores e grupos, não só deste
command-hide = Esconder um vídeo de todos os outros, sem excluir nada
option-hide-video = #1, palavras do título ou “último”
name-publish = publicar
name-publish-video = vídeo
name-unpublish = retirar
name-unpublish-video = vídeo
name-unpublish-everywhere = em_tudo
name-hide = esconder
name-hide-video = vídeo
button-publish = Publicar
publish-elsewhere = Um vídeo é publicado no servidor ou grupo que vai mostrá-lo. Digite { $command } #{ $number } lá, onde eu também esteja.
publish-draft = { $community }: publicar **{ $video }**? Nada foi publicado ainda.
publish-rules = **As regras daqui:**
publish-rule = { $rule }
publish-title = Título
publish-untitled = Sem título
publish-description = Descrição
publish-none = nenhuma
publish-tags = Etiquetas
publish-name = Nome
publish-anonymous = Anônimo
publish-audience = Para
publish-audience-community = Esta comunidade
publish-audience-anyone = Qualquer pessoa, também na web
publish-ask-who = **Quem aparece?** Sua resposta fica guardada com o que você publica, e os moderadores a leem.
publish-ask-name = **Com que nome?**
publish-ask-audience = **Para quem?**
publish-ask-until = **Mostrado até quando?**
button-pub7d = 7 dias
button-pub30d = 30 dias
button-pub90d = 90 dias
button-words = Mudar os textos
button-with-name = Com um nome
button-as-name = Como { $name }
publish-form = O que { $video } diz onde é mostrado
publish-form-title = Título; vazio para “Sem título”
publish-form-description = O que se vê, também para quem não pode ver
publish-form-tags = Etiquetas separadas por vírgulas, no máximo { $most }
publish-form-credit = Nome mostrado; vazio para nenhum
publish-form-until = Até quando { $video } deve ser mostrado?
publish-first = **Primeiro:** os moderadores, e quem pode ler o lugar de revisão deles, veem um pôster desfocado e o que você escolheu acima. Para decidir, um moderador pode abrir o vídeo. Seu prompt e o que você deu para ele: não.
publish-first-count = **Primeiro:** { $count ->
    [one] 1 pessoa que pode ler o lugar de revisão vê
   *[other] { $count } pessoas que podem ler o lugar de revisão veem
  } um pôster desfocado e o que você escolheu acima. Para decidir, um moderador pode abrir o vídeo. Seu prompt e o que você deu para ele: não.
publish-then = **Se for aprovado:** todos desta comunidade, agora e depois. Web: { $web }.
publish-at-once = **Na hora:** todos desta comunidade, agora e depois; ninguém olha antes. Web: { $web }.
publish-web-community = **não**
publish-web-anyone = **sim, qualquer pessoa**
publish-readers = { $count ->
    [one] 1 pessoa pode ler agora o lugar da vitrine.
   *[other] { $count } pessoas podem ler agora o lugar da vitrine.
  }
publish-name-shown = **Nome:** { $name }.
publish-name-none = **Nome:** anônimo. O que é mostrado não cita ninguém.
publish-people = **Pessoas que aparecem:** { $who }.
publish-people-self = só você
publish-people-agreed = outras, que concordaram
publish-people-nobody = nenhuma pessoa real
publish-people-unsaid = você ainda não disse
publish-until = **Até:** { $when }. Você pode retirá-lo a qualquer momento; as cópias que alguém fez até lá ficam.
publish-missing-who = Antes de enviar, diga quem aparece.
button-to-moderators = Enviar aos moderadores
button-show-now = Mostrar agora
publish-stopped = Nada foi enviado. O rascunho para **{ $video }** fica com o vídeo, e só você o vê.
publication-community = Sua comunidade
publication-held = **Retido por causa de uma denúncia.** Só você e quem analisa a denúncia podem abri-lo.
publication-stays = O que é mostrado agora fica como foi aprovado até este tomar o lugar.
publication-proposed = { $community }: os moderadores estão com **{ $video }** desde { $when }. Ninguém mais o vê lá antes que o aprovem.
publication-approved = { $community }: **{ $video }** foi aprovado. Sai { $when }.
publication-shown = { $community }: **{ $video }** é mostrado até { $when }.
publication-declined = { $community } não publicou **{ $video }**.
publication-removed = { $community } retirou **{ $video }**. Lá ninguém mais o vê.
publication-appealed = { $community }: outra pessoa olha **{ $video }** de novo; você pediu { $when }. Enquanto espera, ele não é apagado, por no máximo 14 dias.
publication-withdrawn = { $community }: **{ $video }** foi retirado. Lá ninguém o vê.
publication-expired = { $community }: o tempo de **{ $video }** acabou. Lá ninguém mais o vê.
publication-kept-held = { $community }: **{ $video }** não saiu, porque estava retido por causa de uma denúncia.
publication-kept-banned = { $community }: **{ $video }** não saiu, porque os moderadores não deixam você publicar lá agora.
publication-reason = Motivo: { $why }.
publication-note = Nota do moderador: “{ $note }”
publication-ends = Quem mais pode abri-lo continua igual. Será apagado aqui { $when }.
publication-appeal = Você pode recorrer uma vez, até { $until }: aí outra pessoa decide. Enquanto isso espera, o vídeo não é apagado, por no máximo 14 dias.
publication-final = Você recorreu, e fica assim.
publication-left = Fica como está. Nada foi enviado.
publication-page = Abrir a página dele
button-fix = Corrigir e enviar de novo
button-publish-again = Publicar de novo
button-appeal = Recorrer
button-leave-it = Deixar assim
button-take-back = Retirar
button-take-down = Parar de mostrar
button-to-video = O vídeo
button-publication = O que está publicado
card-publication-proposed = { $community }: espera os moderadores desde { $when }.
card-publication-approved = { $community }: aprovado, sai { $when }.
card-publication-shown = { $community }: mostrado até { $when }.
card-publication-declined = { $community }: recusado.
card-publication-removed = { $community }: retirado pelos moderadores.
card-publication-appealed = { $community }: outra pessoa olha de novo.
card-publication-kept = O que você deu e suas palavras são apagados na data abaixo. O vídeo fica enquanto é mostrado ou espera, até { $when }, e no máximo um dia a mais.
unpublish-one = { $community }: retirar **{ $video }**?
unpublish-all = Retirar **{ $video }** de todos os lugares?
unpublish-shown = { $community }: é mostrado.
unpublish-waits = { $community }: espera uma decisão.
unpublish-means = Ele se fecha na hora para todos os outros lá, e as postagens saem assim que a plataforma me deixa. O que alguém salvou até lá fica com essa pessoa. Nada é excluído.
unpublish-nothing = **{ $video }** não é mostrado nem espera em lugar nenhum.
unpublish-done = { $count ->
    [0] Nada de { $video } era mostrado nem esperava mais.
    [one] Retirado: { $video } está fechado para todos os outros em 1 comunidade.
   *[other] Retirado: { $video } está fechado para todos os outros em { $count } comunidades.
  }
button-take-back-now = Retirar agora
hide-confirm = Esconder **{ $video }** de todos os outros?
hide-means = Ele se fecha na hora para todos os outros: para as pessoas que você escolheu, pelos links de uso único que ninguém abriu, e onde é mostrado ou espera. As postagens e os arquivos saem assim que a plataforma me deixa. O que alguém salvou até lá fica com essa pessoa. Nada é excluído.
hide-shared = { $count ->
    [one] Compartilhado com 1 pessoa.
   *[other] Compartilhado com { $count } pessoas.
  }
hide-done = Agora ninguém mais pode abrir **{ $video }**.
button-hide = Esconder agora
post-title = **{ $title }**
post-words = { $words }
post-by = De
post-alt = { $words }
post-alt-none = { $seconds ->
    [one] Um vídeo de 1 segundo, sem descrição
   *[other] Um vídeo de { $seconds } segundos, sem descrição
  }
button-terms = Publicar aqui
button-rules = Escrever as regras
terms-lead = Isto vale para publicar aqui, a partir de agora. O que já é mostrado fica como está.
terms-rules = **Regras**, mostradas a quem publica aqui:
terms-rules-none = Ainda não há regras.
terms-ask-moderated = Quem decide o que é mostrado?
terms-moderated = Os moderadores, antes
terms-unmoderated = Ninguém, é mostrado na hora
terms-ask-world = Para quem os membros podem publicar?
terms-world = Também para qualquer um na web
terms-members = Só para esta comunidade
terms-ask-quota = Quantos vídeos uma pessoa pode publicar em 24 horas?
terms-quota = { $count }
terms-form = As regras para publicar aqui
terms-form-rules = Uma regra por linha; vazio para nenhuma
error-publishing_paused = Os moderadores pausaram as publicações aqui. O que espera ainda é decidido. Tente mais tarde.
error-not_member = Em um servidor ou grupo só os membros publicam, e só lá. Digite /publish no que vai mostrá-lo.
error-appeal_closed = Já houve recurso disto, ou não é mais possível.
error-publication_not_found = Não há nada disso aqui para você: foi decidido ou retirado, ou não é seu. /videos mostra o que você tem.
error-until_malformed = Isso não é possível: pode ser mostrado até { $latest_ms } no máximo, e precisa começar antes de acabar.
error-world_closed = Aqui os vídeos são mostrados só a esta comunidade. Escolha isso e envie de novo.
error-publishing_quota = Aqui uma pessoa pode publicar { $limit ->
    [one] 1 vídeo
   *[other] { $limit } vídeos
  } em 24 horas, e você já publicou. Nada se perde: envie este rascunho amanhã.
error-description_too_long = Essa descrição tem { $given } caracteres; { $limit } são o máximo. Encurte-a.
error-tags_too_many = Você deu { $given } etiquetas; { $limit } são o máximo. Tire algumas.
error-tag_too_long = Uma etiqueta tem { $given } caracteres; { $limit } são o máximo. Encurte-a.
error-credit_too_long = Esse nome tem { $given } caracteres; { $limit } são o máximo. Encurte-o.
error-rules_too_long = Essas regras têm { $given } caracteres; { $limit } são o máximo. Nada mudou. Encurte-as.
seen-private-reviewed = Nenhum outro membro pode abri-lo, fora os moderadores que decidem sobre ele.
seen-selected-reviewed = Podem abri-lo as pessoas que você escolheu e os moderadores que decidem sobre ele.
delete-published = Ele é mostrado ou espera em uma comunidade: isso acaba junto, e as postagens saem assim que a plataforma me deixa.
delete-elsewhere = O que foi para { $route } fica lá{ $until ->
    [none] {""}
   *[other] {" "}até por volta de { $until }, segundo ele
  }: não posso apagar lá.

## O que o operador decide

error-own_for_operator = Este vídeo é seu, e não consta que outro moderador decida aqui: quem decide é o operador, ou outro moderador. Nada mudou.
publication-escalated = Nenhum outro moderador decidiu nada aqui em 30 dias, então o operador também pode decidir isto, numa página própria.
publish-idle = Esta comunidade mostra os vídeos na hora, mas ninguém a moderou em 7 dias. Por isso os moderadores olham antes.
publish-alone = Nenhum outro moderador decidiu nada aqui em 30 dias. Por isso o operador também pode decidir isto, e abrir o vídeo para isso.
setup-lost-idle = Ninguém moderou aqui em 7 dias. Por isso o que foi publicado espera uma decisão, embora aqui os vídeos sejam mostrados na hora. Assim que um moderador olhar o que espera, ou um administrador mudar algo aqui, volta a ser assim.
notice-lost-idle = Em **{ $server }** ninguém moderou em 7 dias. Por isso o que é publicado lá espera agora uma decisão, embora você tenha escolhido mostrar na hora. Assim que um moderador olhar o que espera, ou um administrador mudar algo em { $command }, volta a ser mostrado na hora.
desk-title-operator = O que cabe ao operador
desk-fell-to-you = Não consta outro moderador aqui, então cabe a você
## Reports and cases

command-report = Diga que um vídeo faz mal, e saiba o que foi decidido
option-report-video = O link do que é mostrado em algum lugar; sem isso, você escolhe algo que compartilham com você
name-report = denunciar
name-report-video = video
button-report = Denunciar
report-how = Para denunciar o que uma comunidade mostra, use Denunciar na publicação, ou envie { $command } com o link.
report-shared = Ou escolha algo que compartilham com você:
report-entry = { $video }, de { $person }
report-publication = Você vai denunciar **{ $title }**.
report-means = Quem decide lê o que você diz, e não fica sabendo quem você é. O dono também não.
report-form = Denunciar um vídeo
report-ask-complaint = O que está errado?
report-ask-words = O que é preciso saber?
complaint-intimate = Íntimo, sem consentimento
complaint-likeness = O rosto ou a voz de alguém, sem consentimento
complaint-minor = Um menor sofre dano ou perigo
complaint-harm = Violência, ameaças ou ódio
complaint-rights = A obra ou os direitos de alguém
complaint-spam = Spam ou fraude
complaint-other = Outra coisa
report-received = Sua denúncia chegou.
report-again = Você já denunciou isto, e essa denúncia continua valendo.
report-held = Até a decisão, só o dono e quem decide podem abrir o vídeo.
report-due = A decisão deve sair até { $due }.
report-hears = Escrevo para você quando for decidido. O botão diz a qualquer momento como está.
button-report-state = Como está?
report-state-open = Você denunciou isto em { $when }. Ainda não foi decidido; a decisão deve sair até { $due }.
report-state-upheld = Sua denúncia de { $when } foi aceita, e o que você denunciou foi retirado.
report-state-dismissed = Alguém olhou sua denúncia de { $when } e não viu motivo para retirar o que você denunciou.
report-state-gone = O que você denunciou em { $when } não está mais aqui.
case-queue = { $count ->
    [one] Há **1** caso aberto.
   *[other] Há **{ $count }** casos abertos.
  }
case-lead = { $count ->
    [one] **{ $title }** foi denunciado uma vez.
   *[other] **{ $title }** foi denunciado { $count } vezes.
  }
case-complaints = O que está errado, segundo dizem
case-complaint = { $what } ({ $count })
case-list = { $what }
case-due = Prazo
case-left = em { DURATION($ms) }
case-late = agora: está atrasado
case-words = **{ $complaint }:** { $words }
case-open = Este caso está aberto.
case-upheld = Este caso foi aceito: o que foi denunciado foi retirado.
case-dismissed = Este caso foi rejeitado: o que foi denunciado fica.
case-gone = O vídeo deste caso foi apagado. Não há mais nada a decidir.
case-stays-closed = O vídeo continua fechado para todos menos o dono e os moderadores, até o dono excluí-lo ou quem me opera abri-lo.
case-form-uphold = Retirar o que foi denunciado
button-case-uphold = Retirar
button-case-dismiss = Deixar
button-case-reopen = Desfazer a decisão
error-report_own = Este vídeo é seu. /hide o esconde de todos os outros, e /delete o apaga.
error-report_words_missing = Diga em poucas palavras o que está errado, e envie de novo.
error-report_words_too_long = Isso tem { $given } caracteres; o máximo é { $limit }. Encurte.
error-report_quota = Você enviou { $limit } denúncias em 24 horas, que é o máximo. Nada se perde: envie esta amanhã.
error-case_holds = Uma denúncia o mantém fechado. Ele abre com a decisão sobre essa denúncia. Nada mudou.
error-case_open = Isto foi denunciado aqui, e ainda não foi decidido. Até lá não dá para publicá-lo aqui de novo.
error-case_not_found = Não há esse caso aqui para você: está fechado e esquecido, ou não é seu.

## Reports on platforms

case-alarm = { $hours ->
    [one] **Uma denúncia espera há 1 hora.**
   *[other] **Uma denúncia espera há { $hours } horas.**
  } Deve ser decidida até { $due }. { $command } mostra a denúncia aos moderadores.
case-alarm-operator = A partir de agora, quem me opera também pode decidir.
posted-of = Sobre **{ $title }**, como aparece aqui:
posted-sees-community = 1 **Quem vê:** todos os que podem ler este canal, agora ou depois. O dono e o operador deste serviço podem abri-lo de qualquer forma.
posted-sees-anyone = 1 **Quem vê:** todos os que podem ler este canal, agora ou depois, e qualquer pessoa na web. O dono e o operador deste serviço podem abri-lo de qualquer forma.
posted-uses = 2 **Quem usa:** aqui, só para mostrar. É do dono: poder ver não dá direito a publicar em outro lugar.
posted-copies = 3 **Cópias:** aqui, seladas, e nesta publicação, que a plataforma guarda.
posted-until = 4 **Até:** { $until }, a menos que o dono ou os moderadores o retirem antes. Aí a publicação some.
posted-open-end = 4 **Até:** o dono ou os moderadores o retirarem. Aí a publicação some.
posted-undone = 5 **Não dá para desfazer:** o que você ou outros tiverem salvado ou encaminhado até lá.
error-case_moved_on = Alguém foi mais rápido: enquanto isso, este caso foi decidido ou reaberto. Nada mudou.

## Denúncias sem conta

takedown-title = Denunciar um vídeo
takedown-lead = Aqui qualquer pessoa pode denunciar um vídeo, sem conta. Decide quem responde pelo lugar onde ele é mostrado, ou quem mantém este serviço; a decisão deve sair em 48 horas.
takedown-closes = O que mostra alguém de forma íntima, usa o rosto ou a voz de alguém sem consentimento ou prejudica um menor é fechado para todos os outros assim que você envia isto, e continua fechado até a decisão. Isso não acontece se há pouco duas denúncias da sua rede estavam erradas e nenhuma certa.
takedown-contact = Não pedimos nome nem endereço, pois não temos como escrever para você. Em troca você recebe uma página sua que diz o que acontece com a denúncia. Do seu endereço de rede guardamos, por um dia, um código do qual ele não pode ser obtido de volta, para que ninguém envie denúncias demais.
takedown-link = O endereço da página do vídeo
takedown-link-hint = Começa como o endereço deste site e contém /c/. Deixe vazio se você não conhece nenhum, e descreva o vídeo abaixo.
takedown-what = O que está errado?
takedown-words = O que é preciso saber?
takedown-words-hint = No máximo { $limit } caracteres. Diga onde você viu e por que deve sair, se o endereço acima não basta. Quem decide lê isto; o dono do vídeo, não.
takedown-faith = Acredito de boa-fé que o que digo aqui é verdade.
takedown-send = Enviar a denúncia
takedown-wrong = Ainda não foi enviado
takedown-not-shown = Nada é mostrado nesse endereço agora. Se você se refere a outra coisa, deixe vazio e diga abaixo onde viu.
takedown-state-title = Sua denúncia
takedown-keep = Guarde o endereço desta página: é a única forma de saber o que acontece com a sua denúncia, e ninguém pode enviá-lo de novo. Quem o tiver lê o mesmo.
takedown-forgotten = Ele responde por pelo menos 90 dias após a decisão; depois a denúncia é esquecida.
takedown-again = Denunciar outra coisa
takedown-gone = Não há denúncia neste endereço, ou ela já foi esquecida.
takedown-report = Denunciar
takedown-report-it = Denunciar { $title }
error-complaint_missing = Escolha o que está errado.
error-good_faith_missing = Confirme que você diz isto de boa-fé.
desk-cases = { $count ->
    [one] Há 1 caso aberto. Ele vem primeiro.
   *[other] Há { $count } casos abertos. Eles vêm primeiro.
  }
desk-kind-case = { $count ->
    [one] Denunciado uma vez
   *[other] Denunciado { $count } vezes
  }
desk-case-due = Decisão até { $due }
desk-case-late = Decisão atrasada
desk-case-said = { $complaint }: { $words }
desk-case-words = Algo que uma denúncia descreve em palavras
desk-case-shared = Um vídeo que foi compartilhado
desk-case-kept = Aceita: continua fechado
desk-case-kept-why = O vídeo continua fechado para todos menos o dono até que ele o exclua, ou até que você o abra.
desk-case-one-by-one = Decida a denúncia; com isso fica fechado ou aberto.
desk-dismiss = Deixar
desk-uphold = Tirar do ar
desk-case-done-look = É seu para olhar durante 5 minutos.
desk-case-done-dismiss = Fica como está, e aberto de novo se estava fechado. Aperte u para desfazer.
desk-case-done-uphold = Tirado do ar. Aperte u para decidir de novo: até lá continua fora do ar.
desk-case-done-reopen = O caso está aberto de novo.
desk-case-done-lift = Aberto de novo para quem o dono permitir.
desk-case-done-skip = Pulado.
seen-held = Retido por causa de uma denúncia ou da restauração de uma cópia de segurança: só podem abri-lo você e, se houver denúncia, quem a analisa.
report-owner-held = **{ $video }** foi denunciado e está retido: só você e quem analisa a denúncia podem abri-lo. Você pode excluí-lo.
## Invitations
button-invite = Fazer um convite
button-invite-anew = Fazer um convite novo
button-uninvite = Terminar o convite
button-letin_1d = Por 1 dia
button-letin_7d = Por 7 dias
button-letin_on = Até eu parar
button-turn-away = Não, agora não
invite-open = Há um convite até { $until }: { $used ->
    [0] ninguém o usou.
    [one] 1 pessoa pediu.
   *[other] { $used } pessoas pediram.
  }
invite-waiting = Pedem para ver:
platform-demo = a demonstração
invite-asks = { $person } em { $platform }
invite-nameless = Alguém sem nome
invite-made = Um convite para { $video }. Vale até { $until }, para { $most } pessoas no máximo. Passe adiante; não posso mostrar de novo:
invite-line = Envie isto ao bot: { $command } { $line }
invite-page = O convite como página
invite-means = Quem me enviar isso apenas pede: eu digo a você o nome e você decide. Antes disso a pessoa não fica sabendo nada do vídeo nem de você. Um convite novo toma o lugar deste.
invite-ended = O convite terminou. Ninguém mais pode pedir com ele, e quem esperava resposta foi esquecido. Quem pode ver o vídeo continua podendo.
invite-none = Não havia nenhum convite.
invite-asked = Pedi. Quem convidou você lê o seu nome, { $person }, e decide; se concordar, mostro o vídeo aqui e em /videos.
invite-waits = Você já pediu. Ainda não há resposta.
invite-own = Esse é o seu próprio convite: passe para outra pessoa.
invite-closed = Agora não: com esse convite não há nada que você possa ver.
invite-knock = **{ $person }** ({ $platform }) pede para ver { $video }.
invite-knock-warning = A pessoa tem o seu convite; não posso dizer mais sobre quem é. Se deixar, ela pode ver e guardar o vídeo.
invite-let-in = Deixar ver?
invite-let-in-done = **{ $person }** ({ $platform }) já pode ver, { $until }.
invite-turned-away = **{ $person }** ({ $platform }) não pode ver. Só lê “agora não”, e mais nada.
error-knock_over = Isso já teve resposta, ou acabou. /share mostra como está.
page-invited-title = Um convite
page-invited-lead = Talvez alguém queira mostrar um vídeo a você. Esta página não sabe nada dele nem dessa pessoa.
page-invited-how = Para pedir, envie isto ao bot de onde vem o link, em um chat privado:
page-invited-then = Quem fez o convite lê então como você se chama ali, e decide. Até que concorde, nada é mostrado a você.
whosaw-moderator = Alguém que modera em { $community }
whosaw-moderator-somewhere = Alguém que modera em uma comunidade
whosaw-operator = Quem opera este serviço
whosaw-looked = { $when }, para decidir sobre ele
whosaw-plays = { $count ->
    [one] Em páginas web de vitrines foi entregue uma vez. Não sei a quem; pode ter sido você.
   *[other] Em páginas web de vitrines foi entregue { $count } vezes. Não sei a quem; você pode estar entre eles.
  }
whosaw-posts = Quem assiste a ele no canal ou chat de uma vitrine, não consigo ver de modo nenhum.
publish-form-said = O que é dito nele; vazio se nada é dito
publish-said = O que é dito
review-said = O que é dito
error-said_too_long = Esse texto do que é dito tem { $given } caracteres; { $limit } é o máximo. Encurte-o.
showcase-captions = Legendas
showcase-said = O que é dito: { $words }
post-said = O que é dito: { $words }
button-showcase = A vitrine na web
showcase-door = Tudo o que a comunidade mostra, para os seus membros. Este link identifica você uma vez, neste navegador, por 12 horas. A participação é perguntada de novo e de novo.
showcase-door-open = Entrar
showcase-door-gone = Este link não abre nada: já foi usado, é antigo demais ou você não é membro ali agora. Peça outro ao bot, com /about no servidor ou grupo.
desk-count-operator = { $count ->
    [0] Nada espera.
    [one] 1 vídeo espera, por você ou por quem for mais rápido.
   *[other] { $count } vídeos esperam, por você ou por quem for mais rápido.
  }
desk-closes-operator = Esta mesa se fecha sozinha: { $until }. Depois dê { $command } de novo.

## Receipts in versions

receipt-expires = Some por si só: { $what }.
receipt-over = Já deveria ter sumido, e não tenho como conferir: { $what }.
receipt-unconfirmed = Ninguém confirmou em 90 dias que não existe mais: { $what }.
button-receipt-page = Página do comprovante
erased-ephemeral_files = nosso arquivo numa mensagem que só você viu
erased-backups = as cópias de segurança
erased-generators_copy = a cópia em { $where }{ $when ->
    [none] {""}
   *[other] , apagada lá em { $when }
  }
waiting-video = nossos arquivos
waiting-poster = nossas imagens dele
waiting-preview = a prévia aqui
waiting-inputs = o que você deu
waiting-prompt = suas palavras
waiting-title = o título
waiting-file_names = os nomes dos arquivos
waiting-keys = as chaves
waiting-history = o histórico
waiting-ephemeral_files = o arquivo numa mensagem que só você vê, enquanto a plataforma deixar
waiting-generators_copy = a cópia em { $where }; vamos pedir de novo
expires-backups = as cópias de segurança, no máximo até { $when }
expires-generators_copy = a cópia em { $where }{ $when ->
    [none] {""}
   *[other] , por volta de { $when }, segundo ele
  }; não posso apagá-la lá
over-generators_copy = a cópia em { $where }, que diz que a apaga por volta de { $when }
recall-chat_files = um arquivo num chat que não dá mais para mudar
recall-generators_copy = a cópia em { $where }, que { $whose ->
    [house] o operador tem de limpar
   *[other] não posso apagar lá
  }
unconfirmed-chat_files = nosso arquivo no chat
unconfirmed-ephemeral_files = o arquivo numa mensagem que só você viu
unconfirmed-sent_files = arquivos que você enviou no chat
unconfirmed-generators_copy = a cópia em { $where }

## One's own data as an archive

name-mydata = meus_dados
command-mydata = Receba num arquivo tudo o que há aqui sobre você
button-mydata-make = Preparar o arquivo
button-mydata-first = Receber meus dados antes
button-mydata-stop = Parar e apagar
button-mydata-look = Em que pé está?
button-mydata-get = Receber o arquivo
button-mydata-erase = Apagar agora
mydata-lead = Posso juntar num só arquivo tudo o que guardo sobre você: agora { $videos ->
    [one] 1 vídeo
   *[other] { $videos } vídeos
  } com { $files ->
    [one] 1 item
   *[other] { $files } itens
  }, { SIZE($size_bytes) }.
mydata-holds = Nele: seus vídeos e o que você deu para eles, suas palavras, com quem você compartilha e quem abriu o quê, o que você publicou, denunciou ou decidiu, seus ajustes e recibos. Em itens soltos, numa página para ler e em dados para programas.
mydata-lacks = Não estão nele: palavras, nomes e identificadores de outras pessoas além do que já digo a você, nem chaves.
mydata-keeps = Ele fica lacrado e é só para você. É apagado { DURATION($hours_ms) } depois de pronto, ou antes: quando você o apagar e quando algo que está nele for apagado.
mydata-making = Preparando seu arquivo: { $percent } % pronto.
mydata-ready = Seu arquivo está pronto: { $files ->
    [one] 1 item
   *[other] { $files } itens
  }, { SIZE($size_bytes) }. Será apagado { $until }.
mydata-sooner = Ele some antes se algo que está nele for apagado: um vídeo, ou o nome de alguém que sai. Nesse caso, peça outro.
mydata-link = O link abre uma vez, para quem abrir primeiro: não repasse. Este chat não recebe nenhuma cópia. Um download interrompido pode continuar por uma hora, no mesmo navegador.
button-mydata-send = Enviar aqui
mydata-here = Posso enviá-lo como arquivo para o nosso chat privado. Aí { $platform } fica com uma cópia, que eu não recolho: ela fica lá até você apagar essa mensagem.
mydata-sending = O arquivo chega já ao nosso chat privado.
mydata-file = Isto é tudo o que eu guardava sobre você, como você pediu. Esta cópia fica aqui até você apagar esta mensagem.
mydata-no-way = Não posso entregá-lo: é grande demais para este chat, e quem me administra não configurou um endereço web. { $command } diz quem é: o ajuste é HUSHREEL_PUBLIC_URL.
mydata-erased = Ninguém mais pode abrir seu arquivo; os bytes somem em segundos. { $command } prepara outro.
error-export_there = Você já tem um arquivo, ou ele está sendo preparado. /mydata mostra.
error-export_changed = Algo foi apagado enquanto seu arquivo era preparado. Ele recomeça em menos de um minuto.
page-mydata-title = Um arquivo com os dados de uma pessoa
page-mydata-lead = Atrás deste link está tudo o que o bot guarda sobre uma pessoa, num só arquivo. Abre uma vez. Se não é seu, feche esta página.
page-mydata-gone = Este link não abre nada: já foi usado, é antigo demais ou o arquivo foi apagado. Peça outro ao bot com /mydata.
archive-title = Seus dados no Hushreel
archive-lead = Isto é o que o Hushreel guardava sobre você { $when }.
archive-whole = O mesmo e mais, completo e para programas, está em { $file }.
archive-you = Você
archive-banned = { $count ->
    [one] Você não pode publicar em 1 comunidade até { $until }.
   *[other] Você não pode publicar em { $count } comunidades; o último desses bloqueios termina { $until }.
  }
archive-videos = Seus vídeos
archive-none = Nada.
archive-words = Suas palavras
archive-text = Texto sobre a imagem
archive-names = Nomes dos seus arquivos
archive-state = Estado
archive-asked = Pedido
archive-asked-value = { $when }, em { $platform }
archive-ends = Apagado aqui
archive-who = Quem aparece
archive-portrayed-own = o que você deu; ninguém perguntou
archive-portrayed-unsaid = você não disse
archive-portrayed-self = você disse: só você
archive-portrayed-agreed = você disse: outras pessoas, e concordaram
archive-portrayed-nobody = você disse: nenhuma pessoa real
archive-shared = Compartilhado com
archive-grant = { $who }, desde { $since }, até você parar
archive-grant-until = { $who }, desde { $since }, até { $until }
archive-seen = Aberto por
archive-publications = Em comunidades
archive-chats = Em chats
archive-chats-yours = Os seus, em { $platforms }
archive-chats-others = Os de pessoas com quem você compartilha, em { $platforms }
archive-shown-draft = começado
archive-shown-proposed = com os moderadores
archive-shown-approved = aprovado
archive-shown-shown = mostrado
archive-shown-declined = não publicado
archive-shown-withdrawn = retirado por quem publicou
archive-shown-removed = retirado por moderadores
archive-shown-expired = o prazo acabou
archive-shown-appealed = em recurso
archive-role-input = O que você deu
archive-role-output = O vídeo
archive-role-poster = Sua imagem parada
archive-role-preview = Sua prévia
archive-damaged = danificado aqui; não dá mais para ler
archive-from-others = Compartilhado com você
archive-from-others-count = { $count ->
    [0] Ninguém compartilha um vídeo com você.
    [one] Há 1 vídeo compartilhado com você. O que ele mostra e diz é de quem compartilha, e não está aqui.
   *[other] Há { $count } vídeos compartilhados com você. O que eles mostram e dizem é de quem compartilha, e não está aqui.
  }
archive-reports = O que você denunciou
archive-decisions = O que você decidiu na moderação
archive-receipts = Recibos do que foi apagado
## Break-glass: quem opera abriu um vídeo na máquina

whosaw-break-glass = { $when }, na máquina: { $what }. O motivo que deu: { $reason }
whosaw-root = O que quem opera este serviço abre com o comando próprio do Hushreel também aparece aqui. Quem cuida da máquina poderia contornar isso, e eu não veria.
break-glass-notice = Quem opera este serviço abriu { $video } na máquina, { $when }: { $what }. O motivo que deu: { $reason }
break-glass-output = o vídeo pronto
break-glass-input = o que você deu para fazê-lo
break-glass-poster = a imagem dele
break-glass-preview = a prévia dele
break-glass-export = uma exportação dele
erased-messages = nossas mensagens no chat
waiting-messages = nossas mensagens no chat, que serão retiradas assim que a plataforma deixar
recall-messages = mensagens num chat que não dá mais para mudar
unconfirmed-messages = nossas mensagens no chat

## Forgetting a person

command-forgetme = Apague tudo o que é seu aqui, em todas as plataformas
name-forgetme = esqueça_me
forget-lead = Apago tudo o que é seu aqui e esqueço você? Não há lixeira, e ninguém consegue trazer de volta.
forget-connected = Suas contas conectadas vão juntas: { $platforms }.
forget-field-videos = Seus vídeos
forget-field-account = Sua conta
forget-field-names = Seu nome em outros lugares
forget-videos = { $videos ->
    [0] Não há nenhum.
    [one] 1 vídeo vai embora, com suas palavras, publicações, acessos e links.
   *[other] { $videos } vídeos vão embora, com suas palavras, publicações, acessos e links.
  }
forget-open = Outras pessoas podem abrir agora { $open ->
    [one] 1 vídeo seu
   *[other] { $open } vídeos seus
  }. Isso acaba na hora.
forget-account = Configurações, botões e conexões vão embora{ $given ->
    [0] .
    [one] , e também seu acesso a 1 vídeo que alguém compartilha com você.
   *[other] , e também seu acesso a { $given } vídeos que outros compartilham com você.
  }
forget-names = { $reports ->
    [0] As decisões que você tomou ao moderar ficam, sem seu nome e sem sua nota.
    [one] Ficam 1 denúncia sua e as decisões que você tomou ao moderar: sem seu nome e sem suas palavras.
   *[other] Ficam { $reports } denúncias suas e as decisões que você tomou ao moderar: sem seu nome e sem suas palavras.
  } Onde alguém vê quem abriu um vídeo, você vira “alguém que saiu”.
forget-bans = { $count ->
    [one] 1 banimento fica, até { $until }
   *[other] { $count } banimentos ficam, até { $until } no máximo
  }: como impressão digital da sua conta, que não diz a ninguém quem você é.
forget-receipts = Os recibos do que foi apagado ficam, sem você. Quem tem o segredo de um deles pode mostrá-lo.
forget-outside = O que outras pessoas salvaram ou encaminharam fica com elas, e também o que as plataformas guardam para si. Isso eu não alcanço.
forget-chat = Tiro seus vídeos das nossas conversas onde a plataforma me deixa. As outras palavras ficam nelas até você apagar a conversa.
forget-alone = Em { $community } você é a única pessoa que os administradores escolheram para moderar. Depois disto só os administradores decidem, até escolherem outras com { $command }.
forget-chose = Você foi a última pessoa a escolher como { $community } está configurada. Isso fica como está, e os administradores podem mudar com { $command }. Até um deles fazer isso, não tenho lá ninguém a quem escrever em particular.
forget-form = Apagar tudo
forget-type = Digite { $word } para apagar tudo
forget-word = ESQUECER
button-forget = Apagar tudo
forget-kept = Nada foi apagado.
forget-done = Pronto: ninguém consegue mais abrir nada seu, e eu não conheço mais você. O que resta nos meus arquivos some em minutos. Seu recibo: { $receipt }.
forget-secret = O segredo dele: { $secret }. Guarde os dois; ninguém mais tem o segredo. Não escrevo mais para você. Quando você me escrever, nos conhecemos pela primeira vez.
whosaw-left = Alguém que saiu
error-account_unknown = Não conheço mais esta conta, então não há nada para apagar.
error-account_erased = Esta conta foi apagada há um momento. Nada foi guardado do que você fez agora.
error-forget_too_soon = Suas contas foram conectadas há menos de um dia. Para que ninguém apague o que não é seu, isto espera até { $until_ms }. Com /unlink você as separa agora, e cada lado pode apagar o que é seu.
error-forget_word = Essa não é a palavra, então nada foi apagado. Digite-a exatamente como está ali.
erased-account = sua conta: configurações, contas e conexões
erased-sharing = o que você compartilhou e o que compartilharam com você
erased-name_in_reports = seu nome e suas palavras em denúncias
erased-name_in_decisions = seu nome e suas palavras em decisões
waiting-account = sua conta: configurações, contas e conexões
waiting-sharing = o que você compartilhou e o que compartilharam com você
waiting-name_in_reports = seu nome e suas palavras em denúncias
waiting-name_in_decisions = seu nome e suas palavras em decisões
expires-bans = os banimentos, como impressão digital que não nomeia ninguém, no máximo { $when }
receipt-page-title = Comprovante
receipt-page-lead = O número e o segredo do seu comprovante mostram o que foi feito de cada coisa até agora. Nada mais é pedido, e ninguém fica sabendo que você olhou.
receipt-page-number = Número
receipt-page-secret = Segredo
receipt-page-secret-hint = 22 letras e algarismos. Você o recebeu ao confirmar a exclusão: está no fim do link, depois do ponto.
receipt-page-show = Mostrar
receipt-page-wrong = Não há comprovante com este número e este segredo. Confira os dois.
receipt-page-open = O comprovante { $receipt } está aberto. Versão { $version }, assinada { $when }.
receipt-page-closed = O comprovante { $receipt } está fechado: não se espera mais nada. Versão { $version }, assinada { $when }.
receipt-page-keep = O arquivo contém todas as versões. O operador pode conferi-lo com “hushreel receipt verify”.

## What was left

error-decider_left = Quem decidiu isto da primeira vez foi embora, e ninguém tem como saber quem era. O recurso é para quem me opera.
privacy-archive = Aqui também fica guardado, selado, um arquivo com todos os seus dados, até { $until }. { $command } mostra e apaga esse arquivo.
privacy-archive-coming = Aqui está sendo preparado um arquivo com todos os seus dados. { $command } mostra e interrompe.
error-restore_holds = Voltou de uma cópia de segurança sem o registro do que foi apagado desde então. Quem me opera pode liberar. Nada mudou.
## The object store

recall-older_versions_hold_sealed_bytes_only = versões anteriores no armazenamento de objetos: só bytes cifrados, cujas chaves não existem mais

## Papers that promise less than somebody agreed to

agree-lead = Desde que você aceitou os nossos documentos, { $count ->
    [one] uma cláusula passou a prometer
   *[other] { $count } cláusulas passaram a prometer
  } menos. Leia o que mudou e decida antes de nos dar mais alguma coisa. O que você já fez continua seu como está: pode ver, exportar e apagar de qualquer forma.
agree-clause = Cláusula { $section }: { $title }
agree-before = Antes: { $text }
agree-now = Agora: { $text }
agree-more = E mais { $count }: a página abaixo tem todas.
agree-history = Todas as versões dos nossos documentos
agree-done = Obrigado: fica guardado que você concorda, com a versão e a data de hoje. Peça o seu vídeo outra vez; nada dele foi recebido.

## Ways to make a video: labels, rules, agreement, sending

option-create-route = De que jeito é feito; o que sai desta casa espera até você enviar
name-create-route = via
route-motion = movimento integrado
route-kling = Kling
route-comfyui = ComfyUI
plan-route = Feito por
button-route = Outro jeito
button-use = Usar { $route }
draft-route-form = Como { $video } deve ser feito?
draft-route = Jeito
draft-who-own = **Quem aparece?** O que você deu só sai desta casa depois que você disser isso. Guardo sua resposta com o vídeo.
label-lead = **Isto sai da casa.** Quem faz é { $route }, não eu. Suas palavras e o que você deu vão para { $host }: sem seu nome, sem sua conta e sem o que um arquivo conta de lugar e hora.
label-where = Onde
label-keeps = Fica guardado lá
label-trains = Treinamento
label-deletes = Apagado lá
label-passes = Repassado a
label-silent = os documentos que conheço não dizem
label-quote = { $text } [{ $number }]
label-and = { $before } { $after }
trains-yes = sim. { $said }
trains-no = não. { $said }
trains-unknown = não se sabe. { $said }
trains-conflict = os documentos se contradizem. { $said }
label-cost = Custo para quem me administra
label-cost-unknown = desconhecido
button-papers = Antes, os documentos: { $route }
button-send = Enviar para { $route }
consent-lead = **Antes que algo seu vá para { $route }**, você pode ler os documentos de lá, e preciso do seu acordo. Guardo o acordo com a data de hoje; você pode retirá-lo nas configurações.
consent-changed = **Os documentos de { $route } mudaram** desde que você concordou com eles. Leia de novo antes que mais alguma coisa vá para lá.
consent-paper = { $paper }
consent-means = Você concorda que suas palavras e o que você der vão para { $route } segundo estes documentos, e que quem aparece também concordou. Isto não envia nada; enviar é outro botão.
progress-unsure = Ninguém sabe ainda se { $route } começou, e pode ter sido cobrado. Não envio de novo por conta própria. Continuo olhando e conto aqui.
button-look-again = Olhar de novo
button-again-paid = De novo (pode ser cobrado duas vezes)
made-away = Feito por { $route } com IA. Suas palavras, e as imagens que você deu, foram para lá. “É privado?” conta o que pode ser feito com elas.
made-own = Feito por { $route } com IA, numa máquina de quem me administra. Nada foi enviado a uma empresa.
bar-person-not_allowed = sua própria regra não permite
bar-person-leaves = pela sua própria regra nada sai desta casa
bar-person-may_train = sua própria regra pede que não haja treinamento, e os documentos não prometem isso
bar-community-not_allowed = esta comunidade não permite
bar-community-leaves = nesta comunidade nada pode sair desta casa
bar-community-may_train = esta comunidade pede que não haja treinamento, e os documentos não prometem isso
bar-begun-not_allowed = a comunidade em que você o começou não permite
bar-begun-leaves = na comunidade em que você o começou nada pode sair desta casa
bar-begun-may_train = a comunidade em que você o começou pede que não haja treinamento, e os documentos não prometem isso
bar-operator-not_set_up = não está instalado aqui
error-route_barred = Isto não pode ser feito aqui por { $route }: { $why }. O que serve: { $can }. Sua própria regra está nas configurações.
error-no_route_fits = Nenhum jeito de fazer vídeos serve aqui. O mais próximo é { $route }, mas { $why }. Sua própria regra está nas configurações; a de uma comunidade, quem muda são os administradores.
error-no_way_left = Precisa sobrar pelo menos um jeito. Nada foi mudado.
button-ways = O que pode fazer vídeos
button-limit = Definir um orçamento
button-unlimited = Orçamento do operador
budget-form = Quanto se pode gastar em vídeos começados aqui?
budget-amount = Em um mês, em { $currency }
ways-lead = Isto vale para os seus vídeos a partir de agora, onde quer que você os peça. O que já está sendo feito continua.
ways-lead-here = Isto vale para os vídeos que são começados ou enviados aqui, e acompanha o que foi começado aqui, de onde quer que seja enviado. Além disso vale a regra de cada membro.
ways-allowed = Jeitos que podem ser usados
ways-list = { $routes }
ways-none = nenhum
ways-ask-stays = O que é dado pode sair desta casa?
ways-stays-on = Não, nunca
ways-stays-off = Sim, ao tocar em Enviar
ways-ask-training = Os documentos precisam prometer que não há treinamento com isso?
ways-untrained-on = Sim, sempre
ways-untrained-off = Não, olho cada um
ways-agreed = Você concordou com estes documentos: { $papers }.
button-disagree = Retirar meu acordo
ways-disagreed = Retirado. Nada mais vai para lá antes que você concorde de novo. O que foi enviado, foi enviado.
button-allow = Escolher os jeitos
ways-form = Que jeitos podem ser usados?
ways-may = pode ser usado
ways-may-not = não pode
button-extras = Mais desejos
extras-form = O que mais vale para { $video }?
extras-negative = O que não deve aparecer
extras-camera = Câmera
extras-quality = Qualidade
extras-mode = { $mode }
extras-sound = Som próprio
extras-speech = O que os lábios vão dizer (em vez de continuar)
extras-cuts = Cortes próprios
camera-none = como vier
camera-down_back = para baixo e para trás
camera-forward_up = para a frente e para cima
camera-right_turn_forward = vira à direita e avança
camera-left_turn_forward = vira à esquerda e avança
sound-on = com som
sound-none = sem som
cuts-on = com cortes
cuts-none = sem cortes
