# As frases de vereditos, respostas e cláusulas próprias, em português do Brasil.
# Verdicts and answers first, then hushreel-privacy and hushreel-terms (message: document-section-vSINCE).

## Figures

pattern-moment = d 'de' MMM 'de' y, HH:mm
    .short = dd/MM/y
names-more = { $first }, { $second } e { $more ->
    [one] mais 1
   *[other] mais { $more }
  }
names-chosen = pessoas que você escolheu
name-unknown = alguém
community-unnamed = sua comunidade

## Names of papers and ways

document-hushreel-privacy = Nossa política de privacidade
document-hushreel-terms = Nossos termos
document-kling-app-terms = App do Kling, termos
document-kling-app-privacy = App do Kling, política de privacidade
document-kling-api-terms = API paga do Kling, termos
document-kling-api-terms-cn = API do Kling na China, contrato
document-kling-api-privacy = API paga do Kling, política de privacidade
document-kling-api-docs = API paga do Kling, documentação
document-discord-api-docs = Discord, documentação
document-discord-developer-policy = Discord, política para desenvolvedores
document-discord-developer-terms = Discord, termos para desenvolvedores
document-discord-privacy = Discord, política de privacidade
document-discord-terms = Discord, termos
document-telegram-api-docs = Telegram, documentação
document-telegram-bot-privacy = Telegram, política de privacidade padrão para bots
document-telegram-bot-terms = Telegram, termos para bots
document-telegram-privacy = Telegram, política de privacidade
document-telegram-terms = Telegram, termos
document-facefusion-service = O site facefusion.co
document-comfyui-docs = Documentação do ComfyUI
document-facefusion-program = O programa de código aberto FaceFusion
document-fal-api-terms = API do fal, termos
document-fal-docs = Documentação do fal
document-fal-privacy = Política de privacidade do fal
document-fal-terms = Termos do fal
document-kling-app-notices = App do Kling, avisos
document-replicate-docs = Documentação do Replicate
document-replicate-privacy = Política de privacidade do Replicate
document-replicate-terms = Termos do Replicate
document-runway-api-docs = API do Runway, documentação
document-runway-privacy = Política de privacidade do Runway
document-runway-terms = Termos do Runway
provider-motion = o movimento integrado
provider-kling = Kling
provider-kling-app = o app do Kling
provider-comfyui = ComfyUI
provider-facefusion = FaceFusion
provider-fal = fal
provider-replicate = Replicate
provider-runway = Runway
version-undated = sem data
certainty-read = lido
certainty-reported = segundo terceiros
certainty-claimed = só alegado
certainty-contradicted = desmentido
certainty-by-copy = { $certainty }, cópia do operador de { $copied }
checked-contradicted = A cópia do próprio operador contradiz { $marks }.
    .short = Desmentido: { $marks }.
checked-read = A cópia do próprio operador confirma { $marks }.

## The headline: who can open it

opens-private = Nenhum outro membro consegue abri-lo.
opens-private-reviewed = Só você e os moderadores de { $community } podem abri-lo.
    .short = Só você e moderadores podem abri-lo.
opens-selected-reviewed = Está aberto para { $names } e para os moderadores de { $community }.
    .short = Está aberto para { $names } e moderadores.
opens-selected = Está aberto para { $names }.
opens-community = Qualquer pessoa de { $community } pode abri-lo.
opens-community-and = Está aberto para qualquer pessoa de { $community } e para { $names }.
    .short = Está aberto para { $community } e { $names }.
opens-public = Qualquer pessoa pode abri-lo.
opens-held = Retido por causa de uma denúncia: podem abri-lo você e quem analisa a denúncia.
    .short = Retido: podem abri-lo você e quem analisa a denúncia.
opens-restored = Retido desde que uma cópia de segurança foi restaurada: só você pode abri-lo. Pode ser um que você tinha apagado.
    .short = Retido desde que uma cópia foi restaurada: só você pode abri-lo.
opens-later-private = Ainda não está pronto; nenhum outro membro consegue encontrá-lo.
opens-later-selected = Ainda não está pronto; depois estará aberto para { $names }.
    .short = Não está pronto; depois, aberto para { $names }.
opens-later-community = Ainda não está pronto; depois qualquer pessoa de { $community } poderá abri-lo.
opens-later-community-and = Ainda não está pronto; depois estará aberto para qualquer pessoa de { $community } e para { $names }.
    .short = Não está pronto; depois, aberto para { $community } e { $names }.
opens-later-public = Ainda não está pronto; depois qualquer pessoa poderá abri-lo.
opens-none = Não há vídeo para abrir: a criação { $state ->
    [failed] falhou
   *[cancelled] foi cancelada
  }.
opens-erasing = Está sendo apagado; ninguém mais consegue abri-lo aqui.
opens-erased = Foi apagado; ninguém consegue abri-lo aqui.

## The headline: did a generator get it

sent-none = Nada foi enviado a um gerador.
sent-not-yet = Ainda não foi nada para { $provider }.
sent-never = Nada dele foi para { $provider }.
sent-maybe = { $provider } pode ter recebido { $what }.
sent-yes = { $provider } recebeu { $what }.
sent-yes-since = { $provider } recebeu { $what } em { $when }.
    .short = { $provider } recebeu { $what }.
sent-maybe-since = { $provider } pode ter recebido { $what } em { $when }.
    .short = { $provider } pode ter recebido { $what }.
what-picture = sua imagem e suas palavras
    .short = sua imagem e palavras
what-words = suas palavras
what-unknown = o que você deu para fazê-lo
    .short = o que você deu

## The five questions

question-who-sees = Quem vê:
question-who-uses = Quem usa:
question-copies = Cópias:
question-until = Até quando:
question-undone = Não dá para desfazer:

sees-private = você.
sees-selected = você e { $names }, até você parar de compartilhar.
    .short = você e elas.
sees-until = Isso termina sozinho em { $when }.
    .short = Até { $when }.
sees-community = qualquer pessoa de { $community }, moderadores incluídos.
sees-community-and = qualquer pessoa de { $community }, moderadores incluídos, e { $names }.
    .short = as pessoas citadas acima, e moderadores.
sees-reviewed = Os moderadores de { $community } podem abri-lo enquanto decidem.
    .short = E moderadores.
sees-since = É mostrado desde { $when }.
    .short = Desde { $when }.
sees-public = qualquer pessoa.
sees-held = você e quem analisa a denúncia.
    .short = você e quem analisa.
sees-restored = você.
    .short = você.
sees-later-private = você, assim que for feito.
sees-later-selected = ninguém ainda; quando estiver pronto, você e { $names }.
    .short = ninguém ainda; depois, como dito.
sees-later-community = ninguém ainda; quando estiver pronto, qualquer pessoa de { $community }.
    .short = ninguém ainda; depois, como dito.
sees-later-community-and = ninguém ainda; quando estiver pronto, qualquer pessoa de { $community } e { $names }.
    .short = ninguém ainda; depois, como dito.
sees-later-public = ninguém ainda; quando estiver pronto, qualquer pessoa.
    .short = ninguém ainda; depois, como dito.
sees-none = não saiu nenhum vídeo. O que você deu para fazê-lo é só seu.
    .short = você; não saiu nenhum vídeo.
sees-erasing = ninguém, por meio de nós.
sees-erased = ninguém, por meio de nós.
sees-operator = { $operator } poderia tecnicamente abri-lo.
    .short = { $operator } também poderia.
sees-operator-erased = { $operator } poderia tecnicamente ler esta máquina; nenhum arquivo da pasta de dados o contém mais.
sees-operator-erasing = { $operator } poderia tecnicamente ler esta máquina até isso terminar.
operator-named = O operador, { $operator },
operator-unnamed = O operador deste servidor

uses-here = aqui, só para prestar o serviço: sem anúncios, sem venda, sem treinamento.
    .short = aqui, para o serviço.
uses-motion = O movimento integrado trabalhou nesta máquina; nenhum gerador recebeu nada.
    .short = Nenhum gerador recebeu nada.
uses-motion-later = O movimento integrado trabalha nesta máquina; nenhum gerador recebe nada.
    .short = Nenhum gerador recebe nada.
uses-kling = A API paga do Kling: o que terceiros dizem sobre treinamento se contradiz; não conte com um “não”.
    .short = API do Kling: o que se diz sobre treinamento se contradiz.
uses-kling-app = O app do Kling: pelos termos, segundo terceiros, pode treinar modelos com ele; alega-se que toma uma licença ampla.
    .short = App do Kling: pode treinar com ele, segundo terceiros.
uses-comfyui = O ComfyUI é do operador, então vale a mesma promessa.
    .short = ComfyUI, do operador: o mesmo.
uses-facefusion = FaceFusion: os textos que tenho não dizem se treina.
uses-fal = fal: o que terceiros dizem sobre treinamento se contradiz; de quem dele receber, os textos que tenho não dizem nada.
    .short = fal: o que se diz sobre treinamento se contradiz.
uses-replicate = Replicate: não se achou um direito de treinar modelos próprios, nem uma promessa de não fazê-lo; de quem dele receber, os textos que tenho não dizem nada.
    .short = Replicate: não se sabe se treina.
uses-runway = Runway: pelos termos gerais, segundo terceiros, pode treinar modelos com ele; para o operador podem valer outros.
    .short = Runway: pode treinar com ele, segundo terceiros.
uses-later = Isso vale depois que for enviado.
uses-never = Deste não foi enviado nada para lá.
    .short = Nada foi enviado.
uses-anyone = Quem pode abri-lo pode guardá-lo ou fazer mau uso dele.
    .short = Quem vê pode guardar.

copies-here = aqui, cifrado; em backups do operador, no máximo 30 dias.
    .short = aqui, cifrado; backups: 30 dias.
copies-none = nenhuma aqui.
copies-going = aqui, sendo apagada.
copies-chat = { $platforms }, neste chat.
    .short = { $platforms } (chat).
copies-ephemeral = { $platforms }, numa mensagem que só você vê.
    .short = { $platforms } (mensagem).
copies-post = { $platforms }, na publicação da galeria.
    .short = { $platforms } (publicação).
copies-received = { $platforms }, nos chats das pessoas com quem você compartilha.
    .short = { $platforms } (chats delas).
copies-review = { $platforms }, em mensagens para os moderadores que decidem.
    .short = { $platforms } (moderadores).
until-received = { $platforms }: nossas mensagens a essas pessoas o perdem quando você parar de compartilhar, se ainda pudermos mudá-las.
    .short = { $platforms }: ao parar de compartilhar.
until-review = { $platforms }: a mensagem dos moderadores o perde quando eles decidirem.
    .short = { $platforms }: até decidirem.
until-looked = { $platforms }: o que um moderador abriu fica lá até ele fechar, passados 15 minutos.
    .short = { $platforms }: até um moderador fechar.
copies-kling = Kling (Singapura, segundo terceiros).
    .short = Kling (Singapura).
copies-kling-over = Kling (Singapura, segundo terceiros), se não foi apagado lá.
    .short = Kling, se não apagou.
copies-kling-app = O app do Kling (Singapura).
copies-comfyui = As pastas do ComfyUI do operador{ $host ->
    [none] {""}
   *[other] {" "}em { $host }
  }.
    .short = Pastas do ComfyUI.
copies-comfyui-ours = Por alguns minutos, as pastas do ComfyUI do operador{ $host ->
    [none] {""}
   *[other] {" "}em { $host }
  }.
    .short = Pastas do ComfyUI, por minutos.
copies-facefusion = FaceFusion.
copies-fal = fal, em endereços públicos (Estados Unidos e outros países, segundo terceiros).
    .short = fal, em endereços públicos.
copies-replicate = Replicate (Estados Unidos, segundo terceiros).
    .short = Replicate (Estados Unidos).
copies-runway = Runway; não tenho texto que diga onde.
copies-maybe = (Se chegou até lá.)
    .short = (Se foi enviado.)

until-here = é apagado aqui em { $when }. Você pode mudar essa data ou excluir já.
    .short = é apagado aqui em { $when }, ou antes.
until-kept = o que você deu e suas palavras são apagados aqui em { $when }; o vídeo fica enquanto é mostrado ou espera e um dia a mais, até { $kept } no máximo.
    .short = palavras: { $when }; vídeo: { $kept } no máximo.
until-kept-alone = o que você deu e suas palavras já não estão aqui; o vídeo fica enquanto é mostrado ou espera e um dia a mais, até { $kept } no máximo.
    .short = o vídeo: { $kept } no máximo.
until-retention = é apagado aqui { $duration } depois de terminar. Você pode mudar essa data ou excluir já.
until-later = é apagado aqui { $duration } depois de terminar, ou na data que você definir.
    .short = é apagado aqui { $duration } depois de terminar.
until-overdue = o fim dele aqui era { $when }; é apagado a qualquer momento.
until-erasing = está sendo apagado aqui agora.
until-erased = aqui ele não existe mais.
until-chat = { $platforms }: até ser removido de lá.
    .short = Em chats: até ser removido.
until-ephemeral = { $platforms } { $count ->
    [one] não diz
   *[other] não dizem
  } quando { $count ->
    [one] a cópia some
   *[other] as cópias somem
  }.
    .short = { $platforms }: sem data.
until-kling = Kling: cerca de 30 dias, segundo terceiros; mais por motivos legais. Não podemos encurtar isso.
    .short = Kling: 30 dias ou mais, segundo terceiros.
until-kling-dated = Kling: até cerca de { $when }, como diz dos resultados; mais por motivos legais, segundo terceiros. Não podemos encurtar isso.
    .short = Kling: cerca de { $when } ou mais.
until-kling-over = O Kling diz que apaga os resultados depois de 30 dias: desde cerca de { $when } não deveria haver cópia lá. Não tenho como conferir. Por motivos legais pode guardar por mais tempo, segundo terceiros.
    .short = Kling: apagado por volta de { $when }, diz ele; não tenho como conferir.
until-kling-app = O app do Kling: o tempo que for necessário, sem número. Você pode pedir a eles.
    .short = App do Kling: sem número.
until-comfyui = O ComfyUI guarda os arquivos até o operador limpar.
    .short = ComfyUI: até o operador limpar.
until-comfyui-ours = ComfyUI: apagamos os arquivos dele uns 10 minutos depois de feito.
    .short = ComfyUI: uns 10 minutos.
until-facefusion = FaceFusion: o site alega 7 dias; pode não valer por este caminho.
    .short = FaceFusion: 7 dias, só alegado.
until-fal = fal: as solicitações 30 dias, segundo terceiros; para os arquivos não tenho data. Os que foram dados ficam quando o resto é excluído.
    .short = fal: 30 dias ou mais, segundo terceiros.
until-replicate = Replicate: uma hora por padrão. Isso não obriga quem dele receber.
    .short = Replicate: uma hora por padrão.
until-runway = Runway: os endereços dos resultados expiram em 48 horas; quanto tempo os arquivos ficam, os textos que tenho não dizem.
    .short = Runway: sem data para os arquivos.

undone-own = o que você salvou ou passou adiante; e uma exclusão, pois não há lixeira.
    .short = o que você passou adiante; uma exclusão.
undone-erased = o apagamento; e o que alguém já tinha salvado antes.
undone-selected = o que essas pessoas guardaram dele.
undone-open = o que guardou dele qualquer pessoa que pôde abri-lo.
    .short = o que outros guardaram.
undone-own-reviewed = o que você salvou ou passou adiante, e o que guardaram os moderadores que o abriram; e uma exclusão, porque não há lixeira.
    .short = o que você passou ou moderadores guardaram; uma exclusão.
undone-before = Foi público desde { $when }: as cópias que fizeram então ficam.
    .short = Foi público desde { $when }.
undone-seen = Visto por { $names }.
    .short = Visto por { $count ->
        [one] uma pessoa
       *[other] { $count } pessoas
      }.
undone-ephemeral = O arquivo da mensagem privada ({ $platforms }) não pode ser recolhido.
    .short = O arquivo da mensagem privada.
undone-chat = O que foi encaminhado ou salvo de { $platforms }.
    .short = O que saiu do chat.
undone-generator = O que { $provider } já fez com ele.
    .short = O que { $provider } fez com ele.
undone-kling-app = O que o app do Kling já fez com ele; alega-se que a licença é irrevogável.
    .short = O que o app do Kling fez com ele.

## Plataformas de chat que transportam o que se diz

sees-platform = Quem mantém o chat também pode ver tecnicamente o que há nele: { $platforms }.
    .short = Também { $platforms }.
uses-platform = No chat: { $platforms }, sob termos cujo texto não tenho.
    .short = { $platforms }: termos próprios.
copies-asked = { $platforms }: as palavras e arquivos que você enviou para fazê-lo.
    .short = { $platforms } (o que você enviou).
copies-account = { $platforms }: o que você enviou por lá e o que respondi.
    .short = { $platforms } (o chat).
until-direct = { $platforms }: nossa mensagem perde o arquivo quando ele é apagado aqui.
    .short = { $platforms }: vai junto.
until-asked = O que você enviou por { $platforms }: não conheço nenhuma data.
    .short = { $platforms }: sem data.
copies-chats = { $platforms } (chats).
until-chats = { $platforms }: sem data.
undone-chats = O que há nos chats.
undone-asked = Que o que você enviou chegou a { $platforms }.
    .short = O que chegou a { $platforms }.
until-tidy = { $platforms }: nossa mensagem com ele sai do chat em { $when }.
    .short = { $platforms }: em { $when }.
until-tidy-due = { $platforms }: nossa mensagem com ele sai do chat a qualquer momento.
    .short = { $platforms }: a qualquer momento.
until-tidy-both = { $platforms }: nossa mensagem com ele e os arquivos que você enviou saem do chat em { $when }; suas palavras ficam.
    .short = { $platforms }: arquivos, { $when }; suas palavras ficam.
until-sent = Do que você enviou por { $platforms }, os arquivos saem do chat em { $when }; as palavras ficam.
    .short = { $platforms }: suas palavras ficam.
until-tidied = Do que você enviou por { $platforms }, os arquivos saem do chat depois de 47 horas; as palavras ficam.
    .short = { $platforms }: as palavras ficam.
copies-server = Uma pasta do servidor de { $platforms } do próprio operador, sem cifra.
    .short = Servidor de { $platforms } do operador.
sees-link = Quem tiver um link de uso único pode abri-lo, uma vez.
    .short = Ou um link de uso único.

## Without a video: how everything here is kept

account-open-none = { $videos ->
    [0] Você não tem nenhum vídeo aqui. Um novo abre só para você; nenhum outro membro consegue encontrá-lo.
    [one] Você tem 1 vídeo aqui. Nenhum outro membro consegue abri-lo.
   *[other] Você tem { $videos } vídeos aqui. Nenhum outro membro consegue abrir nenhum deles.
  }
account-open-some = { $videos ->
    [one] Você tem 1 vídeo aqui.
   *[other] Você tem { $videos } vídeos aqui.
  } { $open ->
    [one] Outra pessoa pode abrir 1 deles.
   *[other] Outras pessoas podem abrir { $open } deles.
  }
account-open-general = Um vídeo aqui é privado: nenhum outro membro consegue abri-lo.
account-sent-none = O movimento integrado não envia nada a um gerador.
account-sent-some = O movimento integrado não envia nada a um gerador; com { $providers } haveria envio, e eu pergunto antes.
account-sees = você. { $operator } poderia tecnicamente abrir tudo aqui.
account-sees-open = você, e para quem você abriu um vídeo. { $operator } poderia tecnicamente abrir tudo aqui.
account-until = { $duration } depois que um vídeo termina; você pode mudar a data ou excluir já.
account-until-next = { $duration } depois que um vídeo termina; o próximo é apagado em { $when }. Você pode mudar as datas ou excluir já.

## Answers about the papers

answer-clause = { $document }{ $section ->
    [none] {""}
   *[other] , { $section }
  } ({ $certainty }): { $text }
made-algorithm = Foi feito por um algoritmo, sem um modelo treinado.
made-composite = Foi feito por um algoritmo com o que você deu, sem um modelo treinado.
made-model = Foi feito por um modelo treinado.
made-composite-with-model = Foi feito por um modelo treinado, e contém o que você deu.
private-kling = A API paga do Kling: os textos que tenho não dizem quem vê um vídeo lá. Sobre treinamento, o que terceiros dizem se contradiz; não conte com um “não”.
private-kling-app = O app do Kling diz que não publica nada por padrão. Mas pelos termos, segundo terceiros, pode treinar modelos com o seu vídeo, e alega-se que toma uma licença ampla.
private-facefusion = FaceFusion: os textos que tenho não dizem quem vê ou usa um vídeo lá. O site só alega apagar depois de 7 dias.
private-fal = fal: os arquivos feitos lá ficam em endereços públicos. Sobre treinamento, o que terceiros dizem se contradiz; não conte com um “não”.
whole-papers = /privacy leva à nossa política inteira, /about também aos nossos termos. Posso dizer o que eles dizem:
greeting = Eu respondo perguntas sobre os seus vídeos e sobre os documentos que valem para eles.
lead-conflict = O que tenho sobre isso se contradiz; aqui estão os dois lados.
lead-training-kling = A API paga do Kling: o que terceiros dizem se contradiz. Não conte com um “não”.
lead-training-kling-app = O app do Kling: sim, segundo terceiros.
lead-training-comfyui = O ComfyUI daqui é do operador; vale a nossa própria promessa de não treinar.
lead-training-fal = fal: o que terceiros dizem dos seus termos se contradiz. Não conte com um “não”.
lead-training-runway = Runway: sim pelos seus termos gerais, segundo terceiros; para o operador podem valer outros.
lead-not-sent = Quem fez este vídeo foi { $made }; { $provider } não recebeu nada dele.
lead-not-sent-from-here = Quem fez este vídeo foi { $made }; daqui não foi enviado nada dele para { $provider }.
lead-two-ways = O app do Kling e a API paga do Kling seguem documentos diferentes.
abstain = Os textos que tenho não dizem.
abstain-subject = Os textos que tenho sobre { $subject } não dizem.
abstain-elsewhere = Os textos que tenho não dizem: só conheço os do Hushreel e o que tenho dos geradores e chats com que ele trabalha.
talk-forgotten = Esquecido: já não sei de que tratava minha última resposta aqui.
others = Dos vídeos de outras pessoas não conto nada a ninguém, nem mesmo se existem.
deny-section = { $document }: não há nenhuma seção { $section }; a última é { $last }.
deny-within = { $document }: não há nenhuma seção { $section }; a { $chapter } termina em { $last }.
deny-unknown = { $document }: não conheço nenhuma seção { $section } ali. Tenho notas de trechos, não o texto inteiro.
abstain-hint = Me pergunte quem pode ver um vídeo, quem usa, onde há cópias, até quando, ou o que não dá para desfazer.
empty-question = Me pergunte algo, por exemplo: meu vídeo é privado?
other-language = (Por enquanto respondo em inglês, espanhol, português, chinês e russo.)
    .short = (Por enquanto, inglês, espanhol, português, chinês e russo.)
only-ours = Por enquanto entendo inglês, espanhol, português, chinês e russo. Me pergunte, por exemplo: meu vídeo é privado?

## A carta a um gerador

objection-told = Esta é uma carta para copiar: escreva no fim para onde podem responder. Eu não envio nada. O que está marcado como “segundo terceiros” ou “só alegado”, confira antes de se apoiar nisso. Não é consultoria jurídica.
objection-address = Envie para { $address }: esse endereço está em { $document } ({ $certainty }).
objection-no-address = Os documentos que tenho deste caminho não dão endereço para escrever; procure nas páginas da própria empresa.
objection-operator = { $operator ->
    [none] Para { $provider } o cliente é o operador, e talvez não se saiba nada de você lá: peça ao operador que a envie também.
   *[other] Para { $provider } o cliente é o operador, e talvez não se saiba nada de você lá: peça a { $operator } ({ $contact }) que a envie também.
  }
objection-nobody-motion = Nada deste vídeo saiu desta máquina: o movimento integrado o fez aqui. Não há a quem escrever.
objection-nobody-comfyui = Nenhuma empresa recebeu nada deste vídeo: o ComfyUI, que o fez, é do operador. Não há mais ninguém a quem escrever; limpar as pastas dele cabe ao operador.
objection-nobody-facefusion = Nenhuma empresa recebeu nada deste vídeo, até onde sei: o programa de código aberto FaceFusion o fez na máquina do operador. Não há mais ninguém a quem escrever.
objection-not-sent = Nada deste vídeo chegou ainda a { $provider }, então não há a que se opor. Cancele se não deve ir para lá.
objection-never-sent = { $provider } não recebeu nada deste vídeo, então não há a que se opor.
objection-here = O que o Hushreel mesmo guarda você apaga com /delete.
objection-letter-to = Para { $company }
objection-letter-subject = Assunto: oposição, exclusão e acesso
objection-letter-received = Escrevo sobre um vídeo meu. { $operator ->
    [none] Um serviço que usa o Hushreel
   *[other] { $operator }, cujo serviço usa o Hushreel,
  } enviou a { $provider } o que eu dei para fazê-lo.
objection-letter-maybe = Escrevo sobre um vídeo meu. { $operator ->
    [none] Um serviço que usa o Hushreel
   *[other] { $operator }, cujo serviço usa o Hushreel,
  } talvez tenha enviado a { $provider } o que eu dei para fazê-lo.
objection-letter-own = Escrevo sobre um vídeo meu que fiz com { $provider }.
objection-letter-video = O vídeo: número { $number }, referência { $reference }, pedido em { $when }, por meio de { $provider }.
objection-letter-words = Minhas palavras para ele: “{ $prompt }”
objection-letter-ask = Peço a vocês:
objection-letter-erase = 1. Que apaguem o que receberam para ele e o que fizeram com isso, com todas as cópias, e me confirmem.
objection-letter-stop = 2. Que não usem nada disso para outra coisa além de fazer esse vídeo, sobretudo não para treinar ou melhorar modelos, e não passem a ninguém. Eu me oponho a qualquer uso assim.
objection-letter-tell = 3. Que me digam o que guardam disso, para que usaram, quem recebeu e quando será apagado.
objection-letter-rests = Apoio-me no que dizem os próprios documentos de vocês, até onde os conheço, em palavras que não são as deles:
objection-letter-clause = - { $document }{ $section ->
    [none] {""}
   *[other] , { $section }
  }, { $version } ({ $certainty }): { $text }
objection-letter-law = Se o RGPD me protege, como acontece se moro no Espaço Econômico Europeu, apoio-me também em seus artigos 17 (apagamento), 21 (oposição) e 15 (acesso).
objection-letter-against = Sei que os documentos de vocês dizem também o que segue. Até onde a lei permite, peço mesmo assim:
objection-letter-close = Por favor, respondam para este endereço:

## hushreel-privacy

hushreel-privacy-1-1-v1 = { $operator ->
    [none] Quem roda esta máquina é o operador dela. Nenhum nome foi definido, então aqui só pode rodar a demonstração, nesta máquina.
   *[other] { $operator } opera este serviço e responde por ele. Escreva para { $contact }.
  }
    .title = Quem opera isto
hushreel-privacy-1-2-v1 = Sobre você eu guardo o id que a sua plataforma dá, seu idioma, fuso horário e forma de entrega onde você os escolheu, e quantos vídeos você pediu. Nenhum nome, e nada mais é pedido a você.
    .title = O que é guardado sobre você
hushreel-privacy-1-3-v1 = { $contact ->
    [none] Você pode ver, corrigir ou apagar o que é guardado sobre você; peça a quem opera esta máquina.
   *[other] Você pode ver, corrigir ou apagar o que é guardado sobre você; onde ainda não há um comando para isso, escreva para { $contact }.
  }
    .title = Seus direitos
hushreel-privacy-2-1-v1 = Um vídeo é privado desde o momento em que você o pede. Você pode abri-lo e baixá-lo; nenhum outro membro pode.
    .title = Privado por padrão
hushreel-privacy-2-2-v1 = { $operator ->
    [none] Quem opera esta máquina tem a chave dela, e poderia tecnicamente abrir qualquer coisa nela. Nada no chat lhe permite isso.
   *[other] { $operator } opera esta máquina, tem a chave dela, e poderia tecnicamente abrir qualquer coisa nela. Nada no chat lhe permite isso.
  }
    .title = O operador
hushreel-privacy-2-3-v1 = Quem procura um vídeo privado de outra pessoa recebe a mesma resposta que para um vídeo que não existe.
    .title = Os outros nem conseguem encontrá-lo
hushreel-privacy-2-4-v1 = Moderadores não conseguem abrir nenhum vídeo privado. Aqui eles são como qualquer outro membro.
    .title = Moderadores
hushreel-privacy-2-5-v1 = Aqui suas imagens, sons e clipes, seu prompt e os nomes dos seus arquivos não são mostrados a ninguém além de você, aconteça o que acontecer com o vídeo.
    .title = O que você fornece
hushreel-privacy-2-6-v1 = Nenhum comando daqui mostra ainda um vídeo seu a outra pessoa. Para passar um adiante, baixe-o; o que outros fizerem com ele depois está fora do nosso alcance.
    .title = Compartilhar
hushreel-privacy-3-1-v1 = O que você dá é usado só para fazer, guardar, mostrar e apagar os seus vídeos. Sem anúncios, sem venda, sem treinamento de modelos, sem terceiros.
    .title = Só para prestar o serviço
hushreel-privacy-3-2-v1 = O movimento integrado trabalha nesta máquina. Não envia nada a nenhum gerador, e nada mais sai da máquina para fazer o seu vídeo.
    .title = Movimento integrado
hushreel-privacy-4-1-v1 = O que você dá e o que é feito com isso fica aqui cifrado (AES-256-GCM), cada coisa com uma chave própria. A chave mestra fica fora da pasta de dados.
    .title = Cifrado
hushreel-privacy-4-2-v1 = Prompts, títulos, textos para a imagem e nomes de arquivo também são cifrados, com uma chave por vídeo.
    .title = As palavras são cifradas
hushreel-privacy-4-3-v1 = Sem cifra, eles existem só na memória de trabalho, enquanto são feitos ou mostrados; nunca são gravados num disco.
    .title = Nunca sem cifra num disco
hushreel-privacy-4-4-v1 = Uma imagem, um som ou um clipe perde os dados ocultos ao entrar: lugar (GPS), câmera, data, tudo menos a imagem e o som.
    .title = Dados ocultos dos arquivos
hushreel-privacy-4-5-v1 = O Hushreel não faz backup. Cópias do disco que o operador fizer estão fora do nosso alcance; sem a chave, a pasta de dados não abre nada.
    .title = Backups
hushreel-privacy-4-5-v5 = Os backups que o operador faz com o Hushreel são cifrados com uma chave própria, e a chave mestra não está neles. Cada um vale por 30 dias: depois o Hushreel o recusa, e o remove da pasta quando faz o próximo. Ao restaurar um deles, o que você apagou é apagado de novo antes que alguém veja algo, e o resto volta só para você. Somente se o registro do que foi apagado também se perder isso poderia voltar, e só para você. Cópias que o operador fizer de outro modo estão fora do nosso alcance; sem a chave, não abrem nada.
    .title = Backups do operador
hushreel-privacy-4-6-v1 = A demonstração responde só a esta máquina, e só a quem tem o endereço que apareceu ao iniciar.
    .title = A demonstração
hushreel-privacy-5-1-v1 = Cada vídeo tem uma data de fim: { $retention } depois de ficar pronto, falhar ou ser cancelado. Então o vídeo, tudo o que você deu para ele e as suas palavras são apagados sozinhos.
    .title = Data de fim
hushreel-privacy-5-2-v1 = Com /enddate você pode mudar essa data, para antes ou depois, até { $retention-max } depois de terminar.
    .title = Mudar a data
hushreel-privacy-5-3-v1 = Se a máquina estiver desligada na data de fim, o vídeo é apagado quando ela iniciar de novo. Uma mudança posterior na nossa configuração não muda uma data que já foi dada a você.
    .title = A data vale
hushreel-privacy-6-1-v1 = /delete age na hora: dentro de 1 segundo depois da sua confirmação, nada nosso entrega mais um byte. Não há lixeira nem volta.
    .title = Excluir
hushreel-privacy-6-2-v1 = Dentro de 60 segundos depois de uma exclusão, bytes, chaves, prompt, título e nomes de arquivo somem de todos os arquivos da pasta de dados.
    .title = O que uma exclusão apaga
hushreel-privacy-6-3-v1 = Cada apagamento termina com um comprovante assinado do que foi apagado e quando, e do que não pôde ser. Ele fica, sem uma palavra sua, e mostra o que declaramos, não que não exista outra cópia.
    .title = Comprovante
hushreel-privacy-6-3-v5 = Cada apagamento começa com um comprovante assinado: o que será apagado, o que está em espera e o que ninguém pode recolher. Ele ganha uma nova versão quando aqui não resta mais nada, e quando algo muda lá fora. É fechado quando não se espera mais nada, no máximo em 90 dias, e então diz o que ninguém confirmou. O número e o segredo dele o mostram na nossa página web, onde houver uma. Ele fica, sem uma palavra sua, e mostra o que declaramos, não que não exista outra cópia.
    .title = Comprovante
hushreel-privacy-6-4-v1 = Cada exclusão anota primeiro a hora, e os ids do que some, num diário fora da pasta de dados. Não há nenhuma palavra sua nele.
    .title = Diário de apagamentos
hushreel-privacy-6-5-v1 = Fora do nosso alcance: o que você ou outros salvaram, células de reserva de um SSD e instantâneos do disco. Os dois últimos contêm só bytes cifrados.
    .title = O que nenhuma exclusão alcança
hushreel-privacy-6-6-v1 = Nenhum comando apaga ainda uma conta inteira. Exclua seus vídeos um por um; para o resto, peça a { $contact ->
    [none] quem opera esta máquina
   *[other] { $contact }
  }.
    .title = Sua conta
hushreel-privacy-7-1-v1 = Os registros contêm ids e horários, nunca o que você escreveu, títulos ou nomes de arquivo.
    .title = Registros
hushreel-privacy-7-2-v1 = O que você me pergunta é respondido e não é gravado em lugar nenhum.
    .title = Suas perguntas
hushreel-privacy-7-3-v1 = As respostas são calculadas a partir do estado do seu vídeo e destas cláusulas, e postas em palavras por frases fixas. Nenhum modelo de linguagem participa.
    .title = Como as respostas são feitas
hushreel-privacy-8-1-v1 = Estes documentos têm versões com data. Cada resposta cita as cláusulas em que se apoia, e a versão delas.
    .title = Versões
hushreel-privacy-1-2-v2 = Sobre você eu guardo o id que a sua plataforma dá, seu idioma, fuso horário e forma de entrega onde você os escolheu, e quantos vídeos você pediu{ $platforms ->
    [none] {""}
   *[other] , além do que a seção 9 cita
  }. Nenhum nome, e nada mais é pedido a você.
    .title = O que é guardado sobre você
hushreel-privacy-3-1-v2 = O que você dá é usado só para fazer, guardar, mostrar e apagar os seus vídeos. Sem anúncios, sem venda, sem treinamento de modelos, sem terceiros{ $platforms ->
    [none] {""}
   *[other] {" "}além do chat que você usa: { $platforms }
  }.
    .title = Só para prestar o serviço
hushreel-privacy-4-3-v2 = Sem cifra, eles existem só na memória de trabalho, enquanto são feitos ou mostrados; nunca são gravados num disco{ $platforms ->
    [none] {""}
   *[other] {" "}nosso
  }.
    .title = Nunca sem cifra num disco
hushreel-privacy-7-2-v2 = O que você me pergunta é respondido e não é gravado em lugar nenhum{ $platforms ->
    [none] {""}
   *[other] {" "}por nós; um chat privado guarda o que se disse nele
  }.
    .title = Suas perguntas
hushreel-privacy-9-1-v2 = O Discord transporta o que você digita, os arquivos que você dá e o que eu respondo. A empresa pode tecnicamente ver tudo isso, chats privados inclusive, e os documentos dela dizem o que faz com isso: não podemos prometer nada por ela.
    .title = O que o Discord recebe
hushreel-privacy-9-2-v2 = Num servidor ou grupo eu respondo com mensagens que só você vê; no nosso chat privado, com mensagens comuns. Não ponho nada seu num canal.
    .title = Onde eu respondo
hushreel-privacy-9-3-v2 = Para reencontrar minhas próprias mensagens guardo os ids delas, o do canal e o tipo, e por 15 minutos uma chave cifrada para mudar uma resposta. Nenhuma palavra delas; e tudo some quando não resta nada seu na mensagem.
    .title = O que é guardado das minhas mensagens
hushreel-privacy-9-4-v2 = Um arquivo numa mensagem que só você vê não pode mais ser retirado por nós depois de 15 minutos, e o Discord não documenta quanto tempo ele existe.
    .title = Arquivos em mensagens que só você vê
hushreel-privacy-9-5-v2 = Quando um vídeo é apagado, o arquivo é retirado do nosso chat privado e das respostas que ainda podem ser mudadas. O comprovante diz quais foram esvaziadas, quais esperam pelo Discord e quais estão fora do nosso alcance.
    .title = Os chats depois de um apagamento
hushreel-privacy-9-6-v2 = De um servidor que me adiciona guardo o id e desde quando; da configuração, os lugares escolhidos, quem modera, os ajustes e quem escolheu. Quando sou removido, só ficam um id nosso e duas datas.
    .title = O que é guardado de um servidor
hushreel-privacy-9-7-v2 = Eu não leio as conversas dos servidores: recebo comandos, o que você escreve no nosso chat privado e mensagens que me mencionam, das quais não guardo nada.
    .title = Sem ler o resto
hushreel-privacy-9-8-v2 = Se você escolher links em /settings, o Discord não recebe nenhuma cópia do vídeo: em vez disso, um link que abre uma só vez leva até aqui.
    .title = Links em vez de arquivos
hushreel-privacy-1-2-v3 = Sobre você eu guardo o id que a sua plataforma dá, seu idioma, fuso horário e forma de entrega onde você os escolheu, e quantos vídeos você pediu{ $platforms ->
    [none] {""}
   *[other] , além do mais que você escolheu em /settings e do que as seções 9 a 11 citam
  }. Nenhum nome, e nada mais é pedido a você.
    .title = O que é guardado sobre você
hushreel-privacy-2-7-v3 = Um link de uso único abre o vídeo para quem o tiver: uma vez, e por 24 horas no máximo. Guarde-o para você.
    .title = Links de uso único
hushreel-privacy-4-3-v3 = Sem cifra, eles existem só na memória de trabalho, enquanto são feitos ou mostrados; nunca são gravados num disco{ $platforms ->
    [none] {""}
   *[other] {" "}nosso
  }{ $server ->
    [none] {""}
   *[other] , a não ser na pasta que 10.12 cita
  }.
    .title = Nunca sem cifra num disco
hushreel-privacy-7-2-v3 = O que você me pergunta é respondido e não é gravado em lugar nenhum{ $platforms ->
    [none] {""}
   *[other] {" "}por nós; um chat privado guarda o que se disse nele
  }{ $telegram ->
    [none] {""}
   *[other] , e o que chega pelo Telegram espera cifrado pela resposta, como diz 10.7
  }.
    .title = Suas perguntas
hushreel-privacy-10-1-v3 = O Telegram transporta o que você digita, os arquivos que você dá e o que eu respondo. Chats com bots não são cifrados de ponta a ponta: a empresa pode tecnicamente ver tudo isso, e cada um dos seus aparelhos o mostra. Os documentos dela dizem o que faz com isso: não podemos prometer nada por ela.
    .title = O que o Telegram recebe
hushreel-privacy-10-2-v3 = Num grupo eu escrevo uma linha com um botão que leva ao nosso chat privado, e respondo lá. Nada seu vai para um grupo ou canal.
    .title = Onde eu respondo
hushreel-privacy-10-3-v3 = Para reencontrar minhas mensagens e os seus arquivos no nosso chat guardo os ids deles, o do chat, o tipo e a hora. Nenhuma palavra deles; e tudo some quando não resta nada seu na mensagem.
    .title = O que é guardado das mensagens
hushreel-privacy-10-4-v3 = O chat em ordem, ligado se você não o desligar em /settings, tira do nosso chat, depois de 47 horas, nossas mensagens com um vídeo e os arquivos que você enviou para fazê-lo. Fica um cartão com um botão que mostra o vídeo de novo, e ficam as suas palavras.
    .title = Chat em ordem
hushreel-privacy-10-5-v3 = Depois de 48 horas o Telegram não nos deixa mais remover nenhuma mensagem. As nossas ainda podemos esvaziar; o que você enviou fica até você apagar. O que foi encaminhado ou salvo, ninguém pode recolher.
    .title = Depois de 48 horas
hushreel-privacy-10-6-v3 = Quando um vídeo é apagado, nossas mensagens com ele são removidas do nosso chat, ou esvaziadas se têm mais de 48 horas; os arquivos que você enviou para fazê-lo são removidos onde o Telegram ainda deixa. O comprovante diz o que foi feito deles.
    .title = O chat depois de um apagamento
hushreel-privacy-10-7-v3 = O que você envia é guardado cifrado até ser respondido; fica o número, para que nada seja respondido duas vezes. Depois de 24 horas não resta nenhum dos dois. O que você me diz enquanto pergunto uma coisa após a outra é guardado cifrado até isso terminar, 24 horas no máximo.
    .title = Mensagens a caminho
hushreel-privacy-10-8-v3 = De um grupo ou canal que me adiciona guardo o id e desde quando; da configuração, os lugares escolhidos, quem modera, os ajustes e quem escolheu. Quando sou removido, só ficam um id nosso e duas datas.
    .title = O que é guardado de um grupo
hushreel-privacy-10-9-v3 = Eu não leio as conversas dos grupos: atendo comandos, o que me menciona e respostas a mim. Onde um grupo me faz administrador, o Telegram me envia tudo o que se escreve lá; o resto é descartado na hora, e o número em 24 horas.
    .title = Sem ler o resto
hushreel-privacy-10-10-v3 = Se você escolher links em /settings, o Telegram não recebe nenhuma cópia do vídeo: em vez disso, um link que abre uma só vez leva até aqui.
    .title = Links em vez de arquivos
hushreel-privacy-10-11-v3 = Se você desativar encaminhar e salvar em /settings, os apps do Telegram não fazem nem um nem outro com minhas mensagens novas. Isso só inibe: ninguém é impedido de filmar uma tela.
    .title = Encaminhar e salvar
hushreel-privacy-10-12-v3 = Para que passem arquivos maiores, o operador mantém um servidor de Telegram próprio. Os arquivos passam sem cifra por uma pasta dele, e ficam lá até o operador esvaziá-la.
    .title = O servidor de Telegram do operador
hushreel-privacy-11-1-v3 = Para conectar duas contas, um código é guardado como hash. Ele pode ser digitado por 10 minutos, cinco erros fazem quem digita esperar, e depois de um dia é esquecido. Nada é unido antes de você confirmar no lado onde começou, dentro de uma hora.
    .title = Conectar contas
hushreel-privacy-11-2-v3 = Enquanto isso guardo, cifrados, os nomes que as plataformas deram das duas contas, para que você veja quem deixa entrar. Uma vez decidido, ou passado o prazo, eles somem.
    .title = Os nomes das contas
hushreel-privacy-11-3-v3 = De cada vídeo, e do comprovante dele, guardo de qual das suas contas veio, e desde quando elas estão conectadas. Com isso /unlink os separa de novo.
    .title = Desconectar
hushreel-privacy-1-2-v4 = Sobre você eu guardo o id que a sua plataforma dá, seu idioma, fuso horário e forma de entrega onde você os escolheu, e quantos vídeos você pediu{ $platforms ->
    [none] {""}
   *[other] , além do mais que você escolheu em /settings e do que as seções 9 a 11 citam
  }. Nenhum nome além dos que 2.8 e 11.2 citam, e nada mais é pedido a você.
    .title = O que é guardado sobre você
hushreel-privacy-2-6-v4 = Ninguém mais vê um vídeo seu, salvo quem você escolher ou onde você mesmo o publicar. Quem você escolhe pode ver e salvar até a sua data, ou até você parar, o que vale na hora; seu prompt e o que você forneceu continuam só seus. O que a pessoa salvou ou passou adiante está fora do nosso alcance.
    .title = Compartilhar
hushreel-privacy-2-8-v4 = Enquanto você compartilha um vídeo eu guardo, cifrado, como as plataformas chamavam você e a outra pessoa naquele momento, e de quem nunca me escreveu só uma impressão com chave. Quando entrego o vídeo a ela guardo isso e quando, e mostro a você com /whosaw; tudo se vai com o acesso ou com o vídeo. De quem pede com um convite guardo o nome, cifrado, por 14 dias no máximo.
    .title = Nomes, e quem abriu
hushreel-privacy-2-9-v5 = Quando quem opera este serviço abre um vídeo seu com o comando próprio do Hushreel, isso fica guardado antes de o primeiro byte ser lido, com o motivo que deu. Escrevo a você sobre isso onde posso, e /whosaw mostra. Quem cuida da máquina poderia contornar esse comando, e eu não veria.
    .title = O que quem opera abre

## hushreel-terms

hushreel-terms-1-1-v1 = Envie só o que você tem o direito de usar.
    .title = O que você pode enviar
hushreel-terms-1-2-v1 = Se outras pessoas puderem ser reconhecidas numa imagem, num som ou num clipe, elas precisam ter concordado antes de você enviar.
    .title = Outras pessoas
hushreel-terms-1-3-v1 = Nada sexual com menores de 18 anos, nada sexual ou degradante de pessoas reais sem o consentimento delas, e nada que seja contra a lei.
    .title = O que é proibido
hushreel-terms-1-4-v1 = Você precisa ter pelo menos 13 anos, ou mais se a sua lei disser.
    .title = Idade
hushreel-terms-2-1-v1 = O que você faz continua seu, uso comercial incluído, até onde a lei e os direitos de outros permitem. Você não nos dá nenhum direito além de prestar o serviço para você.
    .title = Continua seu
hushreel-terms-3-1-v1 = { $operator ->
    [none] Quem opera esta máquina
   *[other] { $operator }
  } é responsável por este serviço perante a lei. Quem faz o Hushreel, o programa, não o opera e não vê nada dele.
    .title = Quem é responsável
hushreel-terms-3-2-v1 = Não há garantia contra perdas: um disco quebrado ou uma chave perdida significa vídeos perdidos. Baixe o que você quer manter.
    .title = Sem garantia
hushreel-terms-3-3-v1 = Se alguém fez um vídeo seu com o qual você não concordou, { $contact ->
    [none] avise quem opera esta máquina
   *[other] escreva para { $contact }
  }.
    .title = Denunciar

## hushreel-privacy: publishing

hushreel-privacy-2-1-v4 = Um vídeo é privado desde o momento em que você o pede. Você pode abri-lo e baixá-lo; nenhum outro membro pode, até você mesmo abri-lo para eles.
    .title = Privado por padrão
hushreel-privacy-2-4-v4 = Moderadores não conseguem abrir nenhum vídeo privado. Podem abrir um seu só enquanto você o enviou a eles, ele é mostrado na comunidade deles, você pode recorrer da decisão, ou ele está retido ou denunciado lá e isso não acabou.
    .title = Moderadores
hushreel-privacy-5-1-v4 = Cada vídeo tem uma data de fim: { $retention } depois de ficar pronto, falhar ou ser cancelado. Então o vídeo, tudo o que você deu para ele e as suas palavras são apagados sozinhos. Só onde você o publicou, o vídeo fica enquanto é mostrado ou espera.
    .title = Data de fim
hushreel-privacy-9-2-v4 = Num servidor ou grupo eu respondo com mensagens que só você vê; no nosso chat privado, com mensagens comuns. Não ponho nada seu num canal, fora o que você publica lá.
    .title = Onde eu respondo
hushreel-privacy-10-2-v4 = Num grupo eu escrevo uma linha com um botão que leva ao nosso chat privado, e respondo lá. Nada seu vai para um grupo ou canal, fora o que você publica lá.
    .title = Onde eu respondo
hushreel-privacy-12-1-v4 = Onde os moderadores de uma comunidade decidem, ninguém mais nela consegue achar o que você publica antes que eles aprovem; uma mudança também não, enquanto o que foi aprovado antes fica. Onde os administradores escolheram que ninguém modera, a prévia diz isso.
    .title = Antes de ser mostrado
hushreel-privacy-12-2-v4 = Os moderadores da comunidade a que você pede podem ver pôster, prévia e vídeo, e ler o que você escreveu para publicar. Seu prompt e o que você deu para o vídeo eles não podem abrir. Moderadores de outros lugares não acham nada.
    .title = O que os moderadores veem
hushreel-privacy-12-3-v4 = /unpublish e /hide agem na hora: desde então nada nosso o mostra a mais ninguém lá. As postagens em canais saem assim que a plataforma nos deixa; o que alguém salvou até lá fica com essa pessoa.
    .title = Retirar
hushreel-privacy-12-4-v4 = O que é publicado é retirado sozinho: 30 dias depois de você começar, ou na data que você escolheu, dentro de um ano.
    .title = Acaba sozinho
hushreel-privacy-12-5-v4 = Enquanto é mostrado, vídeo, pôster e prévia ficam além da data de fim do vídeo; enquanto espera uma decisão, por no máximo 14 dias. O que você deu e suas palavras, fora o título, são apagados nessa data mesmo assim. Quando nada mais o retém, ele fica pelo menos 24 horas, para você poder salvá-lo.
    .title = O que publicar conserva
hushreel-privacy-12-6-v4 = Uma postagem não cita ninguém, a menos que você tenha escolhido um nome: nem sua conta, nem o número do vídeo, nem seu prompt, nem o nome de um arquivo estão nela.
    .title = Anônimo
hushreel-privacy-12-7-v4 = O que os moderadores decidem é dito a você com o motivo, nunca com quem foi. Você pode recorrer uma vez; quem decidiu primeiro não pode decidir isso.
    .title = Decisões
hushreel-privacy-12-8-v4 = Os moderadores podem tirar de você a publicação na comunidade deles, por 90 dias de cada vez. Para isso eu guardo uma marca com chave de cada conta sua, que não cita ninguém. Ela fica até o fim dela mesmo que todo o resto seu seja apagado.
    .title = Bloqueios
hushreel-privacy-12-9-v4 = Quem vê um vídeo pode denunciá-lo. Denunciado como íntimo, por mostrar alguém sem consentimento ou por fazer mal a um menor, ele fecha na hora para todos menos você e quem decide, e você fica sabendo; só as denúncias de quem já errou duas vezes não fecham nada. Nem você nem quem decide fica sabendo quem denunciou.
    .title = Denúncias
hushreel-privacy-12-10-v4 = De uma denúncia eu guardo o que foi escolhido e escrito, selado, de qual conta e quando; sem conta, por um dia, uma marca com chave do endereço de rede. O que foi escrito some com o vídeo, e tudo isso 90 dias depois da decisão.
    .title = O que fica das denúncias
hushreel-privacy-6-6-v5 = /forgetme apaga tudo o que é seu, em todas as suas plataformas, assim que você digita uma palavra: vídeos, configurações, conexões, acessos, e seu nome e suas palavras em denúncias e decisões. Sua próxima mensagem é para mim a primeira de alguém novo. O que fica não nomeia ninguém: banimentos, como tokens com chave, até o fim deles, recibos, e que algo foi decidido ou visto.
    .title = Sua conta
hushreel-privacy-6-7-v7 = De um vídeo que você envia à Kling guardo o que custa: qual gerador, quando, quanto, e em qual comunidade foi começado. Qual era o vídeo, eu esqueço quando ele é apagado. Que era seu, eu esqueço quando o mês termina, e com /forgetme; até lá serve para contar o que você gastou. A soma fica 400 dias e não nomeia ninguém.
    .title = Quanto custou um vídeo
hushreel-privacy-1-4-v5 = /mydata dá a você num só arquivo tudo o que guardo sobre você: itens soltos, uma página para ler e dados para programas. Ele fica lacrado, e nenhum comando o dá a mais ninguém. É apagado um dia depois de pronto. Se antes disso algo que está nele for apagado, a partir desse momento ninguém pode abri-lo.
    .title = Tudo num arquivo

## The object store

copies-bucket = cifrado, em { $storage }; em backups do operador, no máximo 30 dias.
    .short = cifrado, em { $storage }; backup, no máximo 30 dias.
hushreel-privacy-3-2-v5 = O movimento integrado trabalha nesta máquina. Não envia nada a nenhum gerador, e nada mais sai da máquina para fazer o seu vídeo{ $storage ->
    [none] {""}
   *[other] , além de bytes cifrados, para onde diz 4.7
  }.
    .title = Movimento integrado
hushreel-privacy-4-7-v5 = Os bytes cifrados ficam em um armazenamento de objetos em { $storage }, não nesta máquina. Ele não recebe nenhuma chave e, por isso, não pode abrir nada. Se guardar versões anteriores do que é excluído, são bytes cifrados cujas chaves não existem mais; o seu recibo diz isso.
    .title = Onde ficam os bytes cifrados

## The language model

hushreel-privacy-3-1-v6 = O que você dá é usado só para fazer, guardar, mostrar e apagar os seus vídeos. Sem anúncios, sem venda, sem treinamento de modelos, sem terceiros{ $platforms ->
    [none] {""}
   *[other] {" "}além do chat que você usa: { $platforms }
  }{ $model ->
    [none] {""}
   *[other] . O que você me pergunta em palavras vai também para um modelo de linguagem, como diz 7.4
  }.
    .title = Só para prestar o serviço
hushreel-privacy-3-1-v7 = O que você dá é usado só para fazer, guardar, mostrar e apagar os seus vídeos. Sem anúncios, sem venda, sem treinamento de modelos, sem terceiros{ $platforms ->
    [none] {""}
   *[other] {" "}além do chat que você usa: { $platforms }
  }{ $model ->
    [none] {""}
   *[other] . O que você me pergunta em palavras vai também para um modelo de linguagem, como diz 7.4
  }{ $kling ->
    [none] {""}
   *[other] . O que você mesmo envia para a Kling, com o rótulo à sua frente, é usado como dizem os documentos da Kling, e o treinamento pode fazer parte disso
  }.
    .title = Só para prestar o serviço
hushreel-privacy-7-2-v6 = O que você me pergunta é respondido e não é gravado em lugar nenhum{ $platforms ->
    [none] {""}
   *[other] {" "}por nós; um chat privado guarda o que se disse nele
  }{ $telegram ->
    [none] {""}
   *[other] , e o que chega pelo Telegram espera cifrado pela resposta, como diz 10.7
  }{ $model ->
    [none] {""}
   *[other] . Um modelo de linguagem também recebe isso; se lá é gravado não sabemos, como diz 7.4
  }.
    .title = Suas perguntas
hushreel-privacy-7-3-v6 = As respostas são calculadas a partir do estado do seu vídeo e destas cláusulas, e postas em palavras por frases fixas. { $model ->
    [none] Nenhum modelo de linguagem participa.
   *[other] Depois, um modelo de linguagem pode reformulá-las. Ele não decide nada, e o que escreve só é mostrado se todas as palavras que importam continuam sendo as nossas.
  }
    .title = Como as respostas são feitas
hushreel-privacy-7-4-v6 = O operador deixa um modelo de linguagem em { $model } reformular as respostas. Ele recebe a sua pergunta, a nossa resposta e as cláusulas em que ela se apoia, com os nomes das pessoas e comunidades dessa resposta cobertos; nunca uma imagem, um vídeo, um prompt ou qualquer coisa de outras pessoas. Quando os textos não dizem, nada é enviado. O que ele faz com o que recebe depende de quem o opera: por ele não podemos prometer nada.
    .title = O modelo de linguagem

## Asking on

hushreel-privacy-7-5-v6 = Para que você possa continuar perguntando (“por quê?”, “e o outro?”), lembro por 24 horas de que tratava minha última resposta a você aqui: os temas, as cláusulas e o vídeo, nenhuma palavra sua, na memória de trabalho e nunca num disco. Diga para eu esquecer o que falamos e isso some na hora.
    .title = Continuar perguntando

## Onde os vídeos são feitos, e o que dizem disso

hushreel-privacy-3-3-v7 = O ComfyUI, que pode fazer vídeos aqui, é do operador e roda { $comfyui ->
    [none] nesta máquina
   *[other] em outra máquina dele: { $comfyui }
  }. O que você dá para um vídeo assim vai para lá e para nenhuma empresa. { $clears ->
    [none] O que o ComfyUI guarda dele fica até o operador limpar.
   *[other] Os arquivos dele lá eu apago uns 10 minutos depois de feito, e na hora quando você o exclui.
  }
    .title = Vídeos feitos por ComfyUI
hushreel-privacy-3-4-v7 = O Kling não recebe nada por si só. De um vídeo que você envia para lá ele recebe suas palavras, e suas imagens sem o que mais há nos arquivos, com um número ao acaso: nem nome, nem conta, nem endereço. O Kling é outra empresa; não posso prometer nada por ela, e mostro a você o que dizem os documentos dela.
    .title = Vídeos feitos por Kling
hushreel-privacy-3-5-v7 = Cada vídeo feito aqui, e cada imagem dele, diz em si mesmo como foi feito, numa forma assinada que programas conseguem ler: por um algoritmo, por um modelo treinado, ou misturado com o que foi dado. Nada de você está nisso, nem nome, nem conta, nem palavra. O que não dá para marcar assim não é entregue.
    .title = O que ele diz de como foi feito
hushreel-privacy-3-6-v7 = Com cada vídeo eu guardo em qual comunidade você o começou, para que a regra e o orçamento dela valham de onde quer que você o envie. Só você fica sabendo. Isso se vai com o vídeo, e com a comunidade.
    .title = Onde foi começado
